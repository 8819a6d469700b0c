using System.Text.Json;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Body of a registration or a look-up.</summary>
internal sealed class SchemaRequest
{
    public string? Schema { get; set; }

    public string? SchemaType { get; set; }

    public IReadOnlyList<ReferenceRequest?>? References { get; set; }

    public JsonElement? Metadata { get; set; }

    public JsonElement? RuleSet { get; set; }

    public NewSchema ToSchema(string subject)
    {
        var format = SchemaFormats.Parse(SchemaType);
        SchemaReference[] references = [.. (References ?? []).Select(static (reference, index) => ReferenceRequest.ToReference(reference, index))];
        return new NewSchema(subject, format, Schema ?? string.Empty, references, Metadata.ToMinifiedText(), RuleSet.ToMinifiedText());
    }
}
