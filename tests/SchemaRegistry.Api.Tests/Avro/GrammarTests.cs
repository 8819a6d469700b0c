using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Tests.Avro;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("\"null\"")]
    [InlineData("""{"type":"long","logicalType":"timestamp-millis"}""")]
    [InlineData("""["null","string",{"type":"array","items":"string"},{"type":"map","values":"int"}]""")]
    [InlineData("[]")]
    [InlineData("""{"fields":[{"type":["null","Node"],"name":"next","default":null}],"name":"Node","type":"record"}""")]
    [InlineData("""{"type":"error","name":"E","fields":[]}""")]
    [InlineData("""{"type":"record","name":"a.b.R","fields":[{"name":"x","type":{"type":"fixed","name":"F","size":0}},{"name":"y","type":"F"},{"name":"z","type":"a.b.F"}]}""")]
    [InlineData("""{"type":"record","name":"R","namespace":"n","fields":[{"name":"x","type":{"type":"enum","name":"E","namespace":"","symbols":["A"]}},{"name":"y","type":"E"}]}""")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"r","type":{"type":"record","name":"I","fields":[{"name":"n","type":"int","default":1}]},"default":{}}]}""")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"r","type":["null","R"],"default":{}}]}""")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A","B"],"default":"B"}""")]
    public void Check_Valid_Passes(string schema) => Check(schema);

    [Theory]
    [InlineData("5", 0, "a type is a string, an object or an array")]
    [InlineData("{}", 0, "the object needs a \"type\" that is a string")]
    [InlineData("""{"type":{"type":"int"}}""", 8, "the object needs a \"type\" that is a string")]
    [InlineData("\"Foo\"", 0, "unknown type \"Foo\"")]
    [InlineData("""{"type":"record","fields":[]}""", 0, "a named type needs a \"name\"")]
    [InlineData("""{"type":"record","name":"1R","fields":[]}""", 24, "\"1R\" is not a name: letters, digits and _ only, no digit first")]
    [InlineData("""{"type":"record","name":"R-S","fields":[]}""", 24, "\"R-S\" is not a name: letters, digits and _ only, no digit first")]
    [InlineData("""{"type":"record","name":"int","fields":[]}""", 24, "\"int\" is the name of a primitive type")]
    [InlineData("""{"type":"record","name":"R"}""", 0, "record \"R\" needs an array of \"fields\"")]
    [InlineData("""{"type":"record","name":"R","fields":[5]}""", 38, "a field is an object")]
    [InlineData("""{"type":"record","name":"R","fields":[{"type":"int"}]}""", 38, "a field needs a name")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a"}]}""", 38, "field \"a\" needs a \"type\"")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"a","type":"int"}]}""", 64, "record \"R\" has two fields \"a\"")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":"x"}]}""", 73, "the default of field \"a\" is not of its type")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":"int","order":"up"}]}""", 71, "an order is \"ascending\", \"descending\" or \"ignore\"")]
    [InlineData("""{"type":"record","name":"R","aliases":"x","fields":[]}""", 38, "\"aliases\" is an array of strings")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A","A"]}""", 41, "enum \"E\" has the symbol \"A\" twice")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A"],"default":"B"}""", 52, "the default of enum \"E\" is not one of its symbols")]
    [InlineData("""{"type":"fixed","name":"F","size":-1}""", 34, "fixed \"F\" needs a \"size\" of 0 to 2^31-1")]
    [InlineData("""{"type":"array"}""", 0, "the type needs \"items\"")]
    [InlineData("""{"type":"map"}""", 0, "the type needs \"values\"")]
    [InlineData("""["int",["int"]]""", 7, "a union must not directly contain a union")]
    [InlineData("""["int","int"]""", 7, "the union has two branches of type int")]
    [InlineData("""[{"type":"fixed","name":"F","size":1},{"type":"fixed","name":"F","size":1}]""", 61, "\"F\" is defined twice")]
    [InlineData("""{"type":"string","type":"bytes"}""", 17, "the name \"type\" stands twice in one object")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"enum","name":"E","symbols":["A"]},"default":"B"}]}""", 110, "the default of field \"a\" is not of its type")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"fixed","name":"F","size":2},"default":"x"}]}""", 104, "the default of field \"a\" is not of its type")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":"bytes","default":"\u0100"}]}""", 75, "the default of field \"a\" is not of its type")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":2147483648}]}""", 73, "the default of field \"a\" is not of its type")]
    [InlineData("""["R",{"type":"record","name":"R","fields":[]}]""", 1, "unknown type \"R\"")]
    public void Check_Invalid_SaysWhereAndWhy(string schema, int offset, string reason)
    {
        var exception = Assert.Throws<SchemaSyntaxException>(() => Check(schema));

        Assert.Equal((offset, reason), (exception.Offset, exception.Message));
    }

    private static void Check(string schema) => AvroSchemas.Parse(schema);
}
