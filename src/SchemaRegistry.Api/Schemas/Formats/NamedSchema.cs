namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>A referenced schema under the name that the referring text uses: an import path, a URI, a type's full name.</summary>
internal sealed record NamedSchema(string Name, string Text);
