using System.Text.Json;
using System.Text.Json.Serialization;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.V1;

/// <summary>Body of a registration.</summary>
internal sealed class RegisterRequest
{
    /// <summary>The subject; <see cref="Namespace"/> and <see cref="Name"/> stand for it where it is missing.</summary>
    public string? Subject { get; set; }

    public string? Namespace { get; set; }

    public string? Name { get; set; }

    /// <summary>The schema as JSON, or its text as a string.</summary>
    public JsonElement? Schema { get; set; }

    /// <summary>The text of the schema, where <see cref="Schema"/> is missing.</summary>
    public string? Content { get; set; }

    [JsonPropertyName("schema_type")]
    public string? SchemaType { get; set; }

    /// <summary>Another name of <see cref="SchemaType"/>.</summary>
    public string? Format { get; set; }

    public IReadOnlyList<ReferenceRequest?>? References { get; set; }

    /// <summary>DRAFT, which is also the default, or ACTIVE.</summary>
    public string? State { get; set; }

    /// <summary>The level that the subject gets with the registration; none keeps what is in force.</summary>
    [JsonPropertyName("compatibility_mode")]
    public string? CompatibilityMode { get; set; }

    /// <summary>Another name of <see cref="CompatibilityMode"/>.</summary>
    [JsonPropertyName("compatibility_level")]
    public string? CompatibilityLevel { get; set; }

    public string? Description { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }

    public IReadOnlyDictionary<string, string>? Metadata { get; set; }

    /// <exception cref="RegistryException">A member is missing, or is none of those there are.</exception>
    public NewSchema ToSchema() => new(
        SubjectName.Check(Subject ?? string.Join('.', new[] { Namespace, Name }.Where(static part => !string.IsNullOrEmpty(part)))),
        V1Formats.Parse(SchemaType ?? Format),
        Content is not null && Schema is null ? Content : SchemaText.Of(Schema),
        [.. (References ?? []).Select(static (reference, index) => ReferenceRequest.ToReference(reference, index))],
        Metadata: null,
        RuleSet: null)
    {
        Note = new VersionNote(ToState(), Description, Tags ?? [], Metadata ?? new Dictionary<string, string>(StringComparer.Ordinal), Updated: default),
        Level = (CompatibilityMode ?? CompatibilityLevel) is { } level ? CompatibilityLevels.Parse(level) : null,
    };

    private LifecycleState ToState()
    {
        var state = State is null ? LifecycleState.Draft : LifecycleStates.Parse(State);
        return state is LifecycleState.Draft or LifecycleState.Active
            ? state
            : throw RegistryErrors.UnexpectedBody($"A schema starts as DRAFT or ACTIVE, not as {LifecycleStates.WireName(state)}.");
    }
}
