using System.Text;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Tests.Avro;

public sealed class DocumentTests
{
    private const string Node = """{"type":"record","name":"n.Node","fields":[{"name":"value","type":"int"},{"name":"next","type":["null","n.Node"]}]}""";

    [Theory]
    [InlineData("\"null\"", "null")]
    [InlineData("\"int\"", "-2147483648")]
    [InlineData("\"int\"", "1.0e1")]
    [InlineData("\"long\"", "9223372036854775807")]
    [InlineData("\"double\"", "\"NaN\"")]
    [InlineData("\"bytes\"", "\"\\u00ff\"")]
    [InlineData("""{"type":"fixed","name":"F","size":2}""", "\"ab\"")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A"]}""", "\"A\"")]
    [InlineData("""{"type":"array","items":["null","string"]}""", """[null,{"string":"a"}]""")]
    [InlineData("""{"type":"map","values":"boolean"}""", """{"a":true,"null":false}""")]
    [InlineData(Node, """{"value":1,"next":{"n.Node":{"next":null,"value":2}}}""")]
    public void Json_Valid_HasNoErrors(string schema, string document) => Assert.Equal(string.Empty, AvroSchemas.Check(schema, document));

    [Theory]
    [InlineData("\"int\"", "2147483648", " : the value must be an integer of 32 bits")]
    [InlineData("\"int\"", "1.5", " : the value must be an integer of 32 bits")]
    [InlineData("\"long\"", "1e30", " : the value must be an integer of 64 bits")]
    [InlineData("\"bytes\"", "\"\\u0100\"", " : the value must be a string of the characters U+0000 to U+00FF, one for each byte")]
    [InlineData("""{"type":"fixed","name":"F","size":2}""", "\"abc\"", " : the value must be a string of 2 characters U+0000 to U+00FF, one for each byte")]
    [InlineData("""{"type":"enum","name":"a.E","symbols":["A"]}""", "\"B\"", " : the value must be a symbol of the enum \"a.E\"")]
    [InlineData("""{"type":"array","items":"int"}""", """[1,"a"]""", "/1 /items: the value must be an integer of 32 bits")]
    [InlineData("""{"type":"map","values":"int"}""", """{"a/b":null}""", "/a~1b /values: the value must be an integer of 32 bits")]
    [InlineData("""["null","string"]""", "\"a\"", " : the value of a union is an object with one member, which is called as its branch: null or {\"string\": …}")]
    [InlineData("""["int","string"]""", "null", " : the value must be not null: {\"int\": …} or {\"string\": …}")]
    [InlineData("""["null","string"]""", """{"string":1}""", "/string /1: the value must be a string")]
    [InlineData(Node, "5", " : the value must be an object with the fields of \"n.Node\"")]
    [InlineData(Node, """{"next":{"n.Node":{"value":true,"next":null}},"other":1}""",
        " : the field \"value\" is missing: a default is for readers of data that was written without the field\n/next/n.Node/value /fields/1/type/1/fields/0/type: the value must be an integer of 32 bits\n : \"n.Node\" has no field \"other\"")]
    [InlineData("\"int\"", """{"a":1,"a":2}""", " : line 1, column 8: the name \"a\" stands twice in one object")]
    [InlineData("\"int\"", "1 2", " : line 1, column 3: '2' is invalid after a single JSON value. Expected end of data.")]
    public void Json_Invalid_IsToldWhereAndWhy(string schema, string document, string errors) => Assert.Equal(errors, AvroSchemas.Check(schema, document));

    [Theory]
    [InlineData("\"int\"", "FFFFFFFF 0F")]
    [InlineData("\"long\"", "FFFFFFFFFFFFFFFFFF 01")]
    [InlineData("""{"type":"array","items":"int"}""", "04 02 04 00")]
    [InlineData("""{"type":"array","items":"int"}""", "03 04 02 04 00")]
    [InlineData("""{"type":"map","values":"string"}""", "02 02 61 04 C3A4 00")]
    [InlineData(Node, "02 02 04 00")]
    public void Binary_Valid_HasNoErrors(string schema, string hex) => Assert.Equal(string.Empty, AvroSchemas.CheckBinary(schema, hex));

    [Theory]
    [InlineData("\"null\"", "00", " : byte 0: 1 bytes are left")]
    [InlineData("\"boolean\"", "02", " : byte 0: a boolean is one byte, 0 or 1")]
    [InlineData("\"int\"", "8080808010", " : byte 0: a variable-length integer of 32 bits is expected")]
    [InlineData("\"long\"", "FFFFFFFFFFFFFFFFFF02", " : byte 0: a variable-length integer of 64 bits is expected")]
    [InlineData("\"long\"", "80", " : byte 0: a variable-length integer of 64 bits is expected")]
    [InlineData("\"float\"", "000000", " : byte 0: a float is 4 bytes")]
    [InlineData("\"string\"", "02FF", " : byte 0: UTF-8 is expected behind the number of its bytes")]
    [InlineData("\"bytes\"", "FEFFFFFFFFFFFFFFFF01", " : byte 0: bytes are expected behind their number")]
    [InlineData("\"bytes\"", "01", " : byte 0: bytes are expected behind their number")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A","B"]}""", "04", " : byte 0: the number of a symbol of \"E\" is expected, 0 to 1")]
    [InlineData("""["null","int"]""", "04", " : byte 0: the number of the union's branch is expected, 0 to 1")]
    [InlineData("""{"type":"array","items":"int"}""", "0402", "/1 /items: byte 2: a variable-length integer of 32 bits is expected")]
    [InlineData("""{"type":"array","items":"int"}""", "03 06 02 04 00", " : byte 0: the block has 2 bytes and says 3")]
    [InlineData("""{"type":"array","items":"int"}""", "FFFFFFFFFFFFFFFFFF01", " : byte 0: the number of bytes in a block is expected")]
    [InlineData("""{"type":"map","values":"int"}""", "02 02 61 80", "/a /values: byte 3: a variable-length integer of 32 bits is expected")]
    [InlineData(Node, "02 02 04 04", "/next/next /fields/1/type/1/fields/1/type: byte 3: the number of the union's branch is expected, 0 to 1")]
    public void Binary_Invalid_IsToldWhereAndWhy(string schema, string hex, string error) => Assert.Equal(error, AvroSchemas.CheckBinary(schema, hex));

    [Fact]
    public void Binary_ManyValuesOfNoBytes_AreRefusedBeforeTheyTakeLong() =>
        Assert.Throws<WorkLimitException>(() => AvroSchemas.CheckBinary("""{"type":"array","items":"null"}""", "FEFFFFFFFFFFFFFFFF01 00"));

    [Fact]
    public void Binary_NestedDeeply_IsRefused()
    {
        var document = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("\u0002\u0002", 100_000)) + "\u0002\u0000");

        var error = Assert.Single(AvroSchemas.Parse(Node).Validate(document, DocumentOptions.Binary));

        Assert.EndsWith("values nest deeper than 1000", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_ManyErrors_AreListedUpToAHundred() =>
        Assert.Equal(100, AvroSchemas.Check("""{"type":"array","items":"int"}""", $"[{string.Join(',', Enumerable.Repeat("true", 500))}]").Split('\n').Length);
}
