using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Avro;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;
using SchemaRegistry.Api.Schemas.Protobuf;

namespace SchemaRegistry.Api.Tests.Formats;

/// <summary>Whatever a schema or a document is, an engine answers or refuses it in its own words.</summary>
public sealed class MutationTests
{
    private const int Mutants = 4_000;

    private static readonly string[] s_avro =
    [
        """{"type":"record","namespace":"n","name":"R","aliases":["z"],"fields":[{"name":"x","type":{"type":"long","logicalType":"timestamp-millis"},"default":0},{"name":"e","type":{"type":"enum","name":"E","symbols":["A","B"],"default":"B"}},{"name":"m","type":["null",{"type":"map","values":"E"},{"type":"array","items":"R"}],"default":null},{"name":"h","type":{"type":"fixed","size":2,"name":"H"},"order":"ignore"}]}""",
        """["null",{"type":"record","name":"R","fields":[{"name":"next","type":["null","R"],"default":null},{"name":"bytes","type":"bytes","default":"\u00ff"}]}]""",
    ];

    private static readonly string[] s_json =
    [
        """{"$schema":"http://json-schema.org/draft-07/schema#","type":"object","properties":{"a":{"type":["string","null"],"pattern":"^a+$","maxLength":5},"b":{"$ref":"#/definitions/c"}},"required":["a"],"additionalProperties":false,"definitions":{"c":{"anyOf":[{"type":"array","items":{"$ref":"#"}},{"multipleOf":0.1}]}}}""",
        """{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"http://e.com/x","$defs":{"a":{"$dynamicAnchor":"n","type":"number"},"b":{"$dynamicRef":"#n"}},"prefixItems":[{"$ref":"#/$defs/b"}],"unevaluatedItems":false,"if":{"minItems":2},"then":{"contains":{"const":1}},"dependentRequired":{"a":["b"]}}""",
    ];

    private static readonly string[] s_protobuf =
    [
        "syntax = \"proto3\"; package a.b; import \"google/protobuf/any.proto\"; option java_package = \"x\"; message M { string t = 2 [deprecated = true]; repeated N n = 3; map<string, int32> m = 4; oneof o { M a = 5; bytes b = 6; } message N { google.protobuf.Any any = 1; } reserved 10, 12 to 14; reserved \"q\"; } enum E { Z = 0; B = 2; } service S { rpc R(M) returns (stream M.N); }",
        "syntax = \"proto2\"; message M { required int32 a = 1 [default = 5]; optional group G = 2 { optional string s = 3; } extensions 100 to max; } extend M { optional double d = 100; } enum E { option allow_alias = true; A = 0; B = 0; }",
        "edition = \"2023\"; message M { int32 a = 1 [features.field_presence = IMPLICIT]; M b = 2; }",
    ];

    private static readonly string[] s_documents =
    [
        """{"a":"aa","b":[{"a":null},0.3]}""",
        """{"x":1,"e":"A","m":{"map":{"k":"B"}},"h":"ab"}""",
        "[1,2,3]",
        "null",
    ];

    [Fact]
    public void Avro_Mutated_IsAnsweredOrRefused() => Check(new AvroFormat(), s_avro, accepted: 150);

    [Fact]
    public void JsonSchema_Mutated_IsAnsweredOrRefused() => Check(new JsonSchemaFormat(), s_json, accepted: 300);

    [Fact]
    public void Protobuf_Mutated_IsAnsweredOrRefused() => Check(new ProtobufFormat(), s_protobuf, accepted: 150);

    private static void Check(ISchemaFormat format, string[] schemas, int accepted)
    {
        var mutator = new TextMutator(seed: 1);
        var originals = schemas.Select(schema => (Text: Encoding.UTF8.GetBytes(schema), Parsed: format.Parse(Encoding.UTF8.GetBytes(schema), []))).ToArray();
        var read = 0;
        for (var i = 0; i < Mutants; i++)
        {
            var (text, original) = originals[i % originals.Length];
            var mutant = mutator.Mutate(text);
            try
            {
                var schema = Try(() => format.Parse(mutant, []));
                read += schema is null ? 0 : 1;
                Use(format, schema ?? original, original, mutator.Mutate(Encoding.UTF8.GetBytes(s_documents[i % s_documents.Length])));
            }
            catch (Exception exception)
            {
                Assert.Fail($"mutant {i}: {Encoding.UTF8.GetString(mutant)}\n{exception}");
            }
        }

        Assert.True(read >= accepted, $"Only {read} mutants were schemas.");
    }

    // What an engine says of its own, or nothing where it refuses.
    private static T? Try<T>(Func<T> use)
        where T : class
    {
        try
        {
            return use();
        }
        catch (Exception exception) when (exception is SchemaSyntaxException or WorkLimitException)
        {
            return null;
        }
    }

    private static void Use(ISchemaFormat format, IParsedSchema schema, IParsedSchema original, byte[] document)
    {
        _ = (schema.IdentityText, schema.ResolvedText, schema.SerializedText, schema.Fingerprints);
        Assert.Equal(schema.CanonicalText, format.Parse(Encoding.UTF8.GetBytes(schema.CanonicalText), []).CanonicalText);
        foreach (var policy in Enum.GetValues<CompatibilityPolicy>())
        {
            Assert.Empty(Try(() => schema.FindIncompatibilities(schema, policy)) ?? []);
            Try(() => schema.FindIncompatibilities(original, policy));
            Try(() => original.FindIncompatibilities(schema, policy));
        }

        Try(() => schema.Validate(document, DocumentOptions.Json));
        Try(() => schema.Validate(document, DocumentOptions.Json with { AssertsFormats = true }));
        Try(() => schema.Validate(document, DocumentOptions.Binary));
    }
}
