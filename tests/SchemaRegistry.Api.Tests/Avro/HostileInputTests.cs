using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Avro;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Tests.Avro;

/// <summary>Each of these ends in an answer or a refusal; what had no bound would not end at all.</summary>
public sealed class HostileInputTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{\"type\":\"array\",\"items\":")]
    [InlineData("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":")]
    public void Schema_NestedDeeply_IsRefused(string opening)
    {
        var exception = Assert.Throws<SchemaSyntaxException>(() => AvroSchemas.Parse(string.Concat(Enumerable.Repeat(opening, 100_000))));

        Assert.Contains("depth of 200", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Document_NestedDeeply_IsRefused(string opening) =>
        Assert.Contains("depth of 200", AvroSchemas.Check("\"int\"", string.Concat(Enumerable.Repeat(opening, 100_000))), StringComparison.Ordinal);

    [Fact]
    public void Texts_NotUtf8_AreRefused()
    {
        byte[] text = [(byte)'"', 0xC3, 0x28, (byte)'"'];

        Assert.Throws<SchemaSyntaxException>(() => new AvroFormat().Parse(text, []));
        Assert.Contains("not UTF-8", Assert.Single(AvroSchemas.Parse("\"string\"").Validate(text, DocumentOptions.Json)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e400000000")]
    [InlineData("1e-400000000")]
    [InlineData("123456789012345678901234567890")]
    public void Numbers_Huge_AreRefusedWhereverTheyStand(string number)
    {
        Assert.NotEqual(string.Empty, AvroSchemas.Check("\"long\"", number));
        Assert.Throws<SchemaSyntaxException>(() => AvroSchemas.Parse($$"""{"type":"fixed","name":"F","size":{{number}}}"""));
        Assert.Throws<SchemaSyntaxException>(() => AvroSchemas.Parse($$"""{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":{{number}}}]}"""));
    }

    [Fact]
    public void Number_OfTooManyDigits_IsRefused() =>
        Assert.Contains("too many digits", AvroSchemas.Check("\"double\"", new string('9', 200_000)), StringComparison.Ordinal);

    [Fact]
    public void Union_OfManyBranches_IsReadInOneGo()
    {
        var branches = string.Join(',', Enumerable.Range(0, 50_000).Select(static i => $$"""{"type":"fixed","name":"F{{i}}","size":1}"""));

        Assert.Equal(50_000, AvroSchemas.Parse($"[{branches}]").Root.Parts.Count);
        Assert.Throws<SchemaSyntaxException>(() => AvroSchemas.Parse($"[{branches},\"F0\"]"));
    }

    [Fact]
    public void Default_OfUnionsInUnions_IsNotTriedForEachWay()
    {
        // At each of 60 levels any of three records may be meant, and none fits at the last one: 3^60 ways.
        const string Records = """
            {"type":"record","name":"A","fields":[{"name":"x","type":["null","A",
              {"type":"record","name":"B","fields":[{"name":"x","type":["null","A","B",
                {"type":"record","name":"C","fields":[{"name":"x","type":["null","A","B","C"]}]}]}]}]}]}
            """;
        var value = string.Concat(Enumerable.Repeat("{\"x\":", 60)) + "1" + new string('}', 60);

        var exception = Assert.Throws<SchemaSyntaxException>(() => AvroSchemas.Parse(
            $$"""{"type":"record","name":"Root","fields":[{"name":"a","type":{{Records}}},{"name":"b","type":["A","B","C"],"default":{{value}}}]}"""));

        Assert.Equal("the default of field \"b\" is not of its type", exception.Message);
    }

    [Fact]
    public void ReferencedTypes_NestedThroughManySchemas_AreWrittenOrRefused()
    {
        var references = Enumerable.Range(1, 900).Select(static i => new NamedSchema(
            FormattableString.Invariant($"R{i}"),
            string.Concat(Enumerable.Repeat("""{"type":"array","items":""", 90))
            + $$"""{"type":"record","name":"R{{i}}","fields":[{"name":"a","type":"R{{i - 1}}"}]}""" + new string('}', 90)));
        var schema = AvroSchemas.Parse("\"R900\"", [new NamedSchema("R0", """{"type":"fixed","name":"R0","size":1}"""), .. references]);

        var exception = Record.Exception(() => schema.ResolvedText);

        Assert.True(exception is null or WorkLimitException, exception?.ToString());
        Assert.Equal("\"R900\"", schema.IdentityText);
    }

    [Fact]
    public void Comparison_OfDeepTypes_EndsInAnAnswerOrARefusal()
    {
        // Each record refers to the next one by name, so that the text is flat and the types nest 2,000 deep.
        static AvroSchema Chain(string last)
        {
            var references = Enumerable.Range(1, 2_000).Select(static i => new NamedSchema(
                FormattableString.Invariant($"R{i}"), $$"""{"type":"record","name":"R{{i}}","fields":[{"name":"a","type":"R{{i - 1}}"}]}"""));
            return AvroSchemas.Parse("\"R2000\"", [new NamedSchema("R0", $$"""{"type":"record","name":"R0","fields":[{"name":"x","type":"{{last}}"}]}"""), .. references]);
        }

        Assert.Throws<WorkLimitException>(() => Chain("int").FindIncompatibilities(Chain("string"), CompatibilityPolicy.Strict));
    }
}
