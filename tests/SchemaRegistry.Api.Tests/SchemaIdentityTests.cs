using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;
using SchemaRegistry.Api.Tests.Json;

namespace SchemaRegistry.Api.Tests;

public sealed class SchemaIdentityTests
{
    private static readonly NewSchema s_schema = new("s", SchemaFormat.Json, """{"a": [1, " x\" y "]}""", [], Metadata: null, RuleSet: null);

    private static readonly SchemaMetadata s_metadata = new(
        Tags: null, new SortedDictionary<string, string?>(StringComparer.Ordinal) { ["b"] = "1", ["a"] = "2" }, Sensitive: null);

    [Fact]
    public void Identity_WhiteSpaceBetweenTokens_DoesNotCount() =>
        Assert.Equal(Hash(s_schema), Hash(s_schema with { Subject = "other", Text = "\r\n{\t\"a\" :[1,\" x\\\" y \"] } " }));

    [Theory]
    [InlineData("""{"a": [1, " x\"  y "]}""")]
    [InlineData("""{"a": [1.0, " x\" y "]}""")]
    [InlineData("""{"a": [1, " x\u0022 y "]}""")]
    public void Identity_AnyOtherDifference_Counts(string text) => Assert.NotEqual(Hash(s_schema), Hash(s_schema with { Text = text }));

    [Fact]
    public void Identity_EveryPart_Counts()
    {
        var reference = new SchemaReference("n", "s", 1);
        string[] hashes =
        [
            Hash(s_schema),
            Hash(s_schema with { Format = SchemaFormat.Avro }),
            Hash(s_schema with { References = [reference] }),
            Hash(s_schema with { References = [reference with { Version = 2 }] }),
            Hash(s_schema with { References = [reference, reference] }),
            Hash(s_schema with { Metadata = s_metadata }),
            Hash(s_schema with { RuleSet = new RuleSet(null, null, null, "now") }),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Content_OtherVersionHint_IsTheSame()
    {
        var hinted = s_schema with { Metadata = SchemaMetadata.With(s_metadata, SchemaMetadata.VersionHint, "3") };
        var plain = s_schema with { Metadata = s_metadata };

        Assert.NotEqual(Hash(plain), Hash(hinted));
        Assert.Equal(Identity(plain).Content, Identity(hinted).Content);
        Assert.Equal(Identity(plain).Hash, Identity(plain).Content);
    }

    private static SchemaIdentity Identity(NewSchema schema) => SchemaIdentity.Of(schema, JsonSchemas.Parse(schema.Text).IdentityText);

    private static string Hash(NewSchema schema) => Convert.ToHexString(Identity(schema).Hash);
}
