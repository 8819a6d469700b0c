using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SchemaRegistry.Api.Admin;
using SchemaRegistry.Api.Compatibility;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;
using SchemaRegistry.Api.Server;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.Transfer;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Http;

/// <summary>How the API's bodies are read and written; empty members are left out, unknown ones ignored.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(SchemaRequest))]
[JsonSerializable(typeof(RegisteredBody))]
[JsonSerializable(typeof(SchemaBody))]
[JsonSerializable(typeof(SchemaVersionBody))]
[JsonSerializable(typeof(ConfigRequest))]
[JsonSerializable(typeof(ConfigSettings))]
[JsonSerializable(typeof(ConfigBody))]
[JsonSerializable(typeof(ModeBody))]
[JsonSerializable(typeof(SchemaMetadata))]
[JsonSerializable(typeof(RuleSet))]
[JsonSerializable(typeof(CompatibilityBody))]
[JsonSerializable(typeof(ClusterBody))]
[JsonSerializable(typeof(ServerVersionBody))]
[JsonSerializable(typeof(DeploymentBody))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(IReadOnlyList<ContextId>))]
[JsonSerializable(typeof(IReadOnlyList<SchemaVersionBody>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(ChangeRequest))]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(ValidationRequest))]
[JsonSerializable(typeof(ValidationBody))]
[JsonSerializable(typeof(V1SchemaBody))]
[JsonSerializable(typeof(V1SchemaList))]
[JsonSerializable(typeof(V1SubjectList))]
[JsonSerializable(typeof(V1TopList))]
[JsonSerializable(typeof(BackupBody))]
[JsonSerializable(typeof(TransferLine))]
[JsonSerializable(typeof(V1VersionList))]
[JsonSerializable(typeof(V1DependencyList))]
[JsonSerializable(typeof(V1FingerprintBody))]
[JsonSerializable(typeof(V1CompatibilityRequest))]
[JsonSerializable(typeof(V1CompatibilityBody))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<SubjectVersion>))]
[JsonSerializable(typeof(IReadOnlyList<SchemaReference>))]
internal sealed partial class RegistryJson : JsonSerializerContext
{
    /// <summary>How deep a body may nest; a schema within a body nests deeper than other bodies do.</summary>
    public const int MaxDepth = 256;

    private static readonly RegistryJson s_instance = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        MaxDepth = MaxDepth,

        // Which of two values of one name counts differs between readers.
        AllowDuplicateProperties = false,

        // Schema texts are full of quotes and angle brackets; the answers are JSON, never HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static JsonTypeInfo<T> Of<T>() =>
        (JsonTypeInfo<T>?)s_instance.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} is not listed in {nameof(RegistryJson)}.");
}
