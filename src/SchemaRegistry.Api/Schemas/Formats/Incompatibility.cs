namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>One reason why data of an older schema cannot be read with a newer one.</summary>
/// <param name="Type">The kind of change by its usual name, as <c>READER_FIELD_MISSING_DEFAULT_VALUE</c> or <c>FIELD_KIND_CHANGED</c>.</param>
/// <param name="Path">Where in the schema, as <c>/fields/2</c> or <c>#/properties/age</c>.</param>
/// <param name="Reason">The same in words, for a person who has to mend it.</param>
internal sealed record Incompatibility(string Type, string Path, string Reason);
