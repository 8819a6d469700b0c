using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Body of a registration, a look-up or a compatibility check.</summary>
internal sealed class SchemaRequest
{
    public string? Schema { get; set; }

    public string? SchemaType { get; set; }

    public IReadOnlyList<ReferenceRequest?>? References { get; set; }

    public SchemaMetadata? Metadata { get; set; }

    public RuleSet? RuleSet { get; set; }

    public int? Id { get; set; }

    public int? Version { get; set; }

    public NewSchema ToSchema(string subject)
    {
        var format = SchemaFormats.Parse(SchemaType);
        SchemaReference[] references = [.. (References ?? []).Select(static (reference, index) => ReferenceRequest.ToReference(reference, index))];
        return new NewSchema(subject, format, Schema ?? string.Empty, references, Metadata?.OrNothing(), RuleSetCheck.Checked(RuleSet))
        {
            // 0 and less is how clients say that they have none.
            Id = Id is > 0 ? Id : null,
            Version = Version is > 0 or -1 ? Version : null,
        };
    }
}
