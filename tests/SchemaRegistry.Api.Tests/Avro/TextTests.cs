using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Tests.Avro;

public sealed class TextTests
{
    private const string Rich =
        """
        { "type": "record", "namespace": "n", "name": "R", "zeta": {"b": 1.50, "a": [true, null]}, "doc": "d", "aliases": ["z", "other.A"], "alpha": 1,
          "fields": [
            {"type": {"type": "long", "logicalType": "timestamp-millis"}, "name": "x", "default": 0, "order": "ignore", "note": "ü"},
            {"name": "e", "type": {"type": "enum", "name": "E", "namespace": "", "symbols": ["A", "B"], "default": "B"}, "aliases": ["f"]},
            {"name": "m", "type": ["null", {"type": "map", "values": "E"}, {"values": "R", "type": "array", "items": "R"}], "order": "ascending"},
            {"name": "h", "type": {"type": "fixed", "size": 16, "name": "a.Hash"}}] }
        """;

    [Fact]
    public void IdentityText_KeepsAllThatIsSaid() => Assert.Equal(
        """{"name":"n.R","type":"record","fields":[{"name":"x","type":{"type":"long","logicalType":"timestamp-millis"},"note":"ü","order":"ignore","default":0},"""
        + """{"name":"e","type":{"name":"E","namespace":"","type":"enum","symbols":["A","B"],"default":"B"},"aliases":["f"]},"""
        + """{"name":"m","type":["null",{"type":"map","values":"E"},{"type":"array","items":"n.R"}]},"""
        + """{"name":"h","type":{"name":"a.Hash","type":"fixed","size":16}}],"doc":"d","aliases":["n.z","other.A"],"zeta":{"b":1.5,"a":[true,null]},"alpha":1}""",
        AvroSchemas.Parse(Rich).IdentityText);

    [Fact]
    public void CanonicalText_SortsWhatHasNoOrder()
    {
        var text = AvroSchemas.Parse(Rich).CanonicalText;

        Assert.EndsWith(""","doc":"d","aliases":["n.z","other.A"],"alpha":1,"zeta":{"a":[true,null],"b":1.5}}""", text, StringComparison.Ordinal);
        Assert.Equal(text, AvroSchemas.Parse(text).CanonicalText);
    }

    [Fact]
    public void Texts_ReadBack_SayTheSame()
    {
        var schema = AvroSchemas.Parse(Rich);

        Assert.Equal(schema.IdentityText, AvroSchemas.Parse(schema.IdentityText).IdentityText);
        Assert.Equal(schema.ParsingCanonicalForm, AvroSchemas.Parse(schema.CanonicalText).ParsingCanonicalForm);
    }

    [Theory]
    [InlineData("""{"type":"string"}""", "\"string\"")]
    [InlineData("""{"name":"R","fields":[],"type":"record"}""", """{"type":"record","name":"R","fields":[]}""")]
    [InlineData("""{"type":"record","name":"R","namespace":"a.b","fields":[]}""", """{"type":"record","name":"a.b.R","fields":[]}""")]
    public void Identity_OtherWaysToSayIt_IsTheSame(string left, string right) => Assert.Equal(AvroSchemas.Parse(left).IdentityText, AvroSchemas.Parse(right).IdentityText);

    [Theory]
    [InlineData("""{"type":"record","name":"R","fields":[]}""", """{"type":"record","name":"R","fields":[],"doc":"d"}""")]
    [InlineData("""{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}""", """{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":1}]}""")]
    [InlineData("""{"type":"enum","name":"E","symbols":["A"]}""", """{"type":"enum","name":"E","symbols":["A"],"default":"A"}""")]
    [InlineData("\"int\"", """{"type":"int","logicalType":"date"}""")]
    public void Identity_AnotherMeaningOrRemark_IsAnother(string left, string right) =>
        Assert.NotEqual(AvroSchemas.Parse(left).IdentityText, AvroSchemas.Parse(right).IdentityText);

    [Fact]
    public void ReferencedTypes_AreNamed_AndResolvedWrittenWhereTheyAreFirstMet()
    {
        var address = new NamedSchema("any name", """{"type":"record","name":"Address","namespace":"geo","fields":[{"name":"zip","type":"Zip"}]}""");
        var zip = new NamedSchema("geo.Zip", """{"type":"fixed","name":"geo.Zip","size":5}""");
        var schema = AvroSchemas.Parse("""{"type":"record","name":"geo.P","fields":[{"name":"a","type":"Address"},{"name":"b","type":["null","Zip"]}]}""", zip, address);

        Assert.Equal("""{"name":"geo.P","type":"record","fields":[{"name":"a","type":"geo.Address"},{"name":"b","type":["null","geo.Zip"]}]}""", schema.IdentityText);
        Assert.Equal(schema.IdentityText, schema.CanonicalText);
        Assert.Equal(
            """{"name":"geo.P","type":"record","fields":[{"name":"a","type":{"name":"geo.Address","type":"record","fields":[{"name":"zip","type":{"name":"geo.Zip","type":"fixed","size":5}}]}},"""
            + """{"name":"b","type":["null","geo.Zip"]}]}""",
            schema.ResolvedText);
        Assert.Equal(schema.ResolvedText, AvroSchemas.Parse(schema.ResolvedText).ResolvedText);
    }

    [Fact]
    public void Fingerprints_AreThoseOfTheSpecification()
    {
        var fingerprints = AvroSchemas.Parse("""{"type":"int","logicalType":"date"}""").Fingerprints;

        Assert.Equal("8f5c393f1ad57572", fingerprints["CRC-64-AVRO"]);
        Assert.Equal("ef524ea1b91e73173d938ade36c1db32", fingerprints["MD5"]);
        Assert.Equal("3f2b87a9fe7cc9b13835598c3981cd45e3e355309e5090aa0933d7becb6fba45", fingerprints["SHA-256"]);
    }
}
