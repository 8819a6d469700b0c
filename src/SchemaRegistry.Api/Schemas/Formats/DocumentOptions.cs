namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>How a document is to be validated.</summary>
/// <param name="Encoding">How it is written.</param>
/// <param name="TypeName">Which of the schema's types it is of, by its name; none for the first one. Only Protobuf schemas have several.</param>
/// <param name="AssertsFormats">Whether JSON Schema's <c>format</c> is checked. The specification leaves it to the user; without it only a meta-schema
/// that turns on the format-assertion vocabulary does.</param>
internal sealed record DocumentOptions(DocumentEncoding Encoding, string? TypeName = null, bool AssertsFormats = false)
{
    public static readonly DocumentOptions Json = new(DocumentEncoding.Json);

    public static readonly DocumentOptions Binary = new(DocumentEncoding.Binary);
}
