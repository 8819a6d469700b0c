using System.Text.Json.Serialization;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Transfer;

/// <summary>One line of an export. Which members it has, its kind says.</summary>
internal sealed class TransferLine
{
    /// <summary>What the line is about.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<TransferKind>))]
    public TransferKind Kind { get; set; }

    /// <summary>Of the first line: the format of the file; <see cref="CurrentFormat"/>.</summary>
    public int? Format { get; set; }

    /// <summary>Of the first line: the highest id that was ever given out, so that none is given out again.</summary>
    public long? LastId { get; set; }

    /// <summary>Of a schema: its global id. Of a version: the number that is in its id under <c>/api/v1</c>.</summary>
    public long? Id { get; set; }

    /// <summary>Of a schema: what makes it the same as another one, with the hint at its version.</summary>
    public byte[]? Identity { get; set; }

    /// <summary>Of a schema: the same without that hint.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Of a schema: 0, or its id where it is another one's content once more.</summary>
    public int? Copy { get; set; }

    /// <summary>Of a schema: its language.</summary>
    public string? SchemaType { get; set; }

    /// <summary>The text; of a version only where it differs from that of the schema.</summary>
    public string? Schema { get; set; }

    /// <summary>Of a schema: what it builds on.</summary>
    public IReadOnlyList<SchemaReference>? References { get; set; }

    /// <summary>Of a schema: what is said about it.</summary>
    public SchemaMetadata? Metadata { get; set; }

    /// <summary>Of a schema: its rules.</summary>
    public RuleSet? RuleSet { get; set; }

    /// <summary>Of a version, a configuration or a mode: the subject; nothing for the global one.</summary>
    public string? Subject { get; set; }

    /// <summary>Of a version: its number.</summary>
    public int? Version { get; set; }

    /// <summary>Of a version: the id of its schema.</summary>
    public long? SchemaId { get; set; }

    /// <summary>Of a version: when it was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>Of a version: whether it is deleted, but not for good.</summary>
    public bool? Deleted { get; set; }

    /// <summary>Of a version: what is said of it beside the schema.</summary>
    public TransferNote? Note { get; set; }

    /// <summary>Of a configuration: what is set.</summary>
    public ConfigSettings? Settings { get; set; }

    /// <summary>Of a mode.</summary>
    public string? Mode { get; set; }

    /// <summary>The format that is written, and the only one that is read.</summary>
    public const int CurrentFormat = 1;
}
