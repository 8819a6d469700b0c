namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>One reason why data written with one schema cannot be read with another.</summary>
/// <param name="Type">The kind of change by its usual name, as <c>READER_FIELD_MISSING_DEFAULT_VALUE</c> or <c>FIELD_KIND_CHANGED</c>.</param>
/// <param name="Path">Where in the schema, as <c>/fields/2</c> or <c>#/properties/age</c>.</param>
/// <param name="Reason">The same in words, for a person who has to mend it; <see cref="Reader"/> and <see cref="Writer"/> stand for the two schemas.</param>
/// <param name="Detail">What exactly, as the name of a field or a symbol; empty where the path says it.</param>
internal sealed record Incompatibility(string Type, string Path, string Reason, string Detail = "")
{
    /// <summary>Stands in a reason for "new" or "old": the schema that has to read.</summary>
    public const string Reader = "{reader}";

    /// <summary>Stands in a reason for "old" or "new": the schema that the data was written with.</summary>
    public const string Writer = "{writer}";

    /// <summary>The reason with the two schemas named.</summary>
    /// <param name="readerIsNew">Whether the newer schema is the one that reads, as under BACKWARD.</param>
    public string ReasonFor(bool readerIsNew) => Reason
        .Replace(Reader, readerIsNew ? "new" : "old", StringComparison.Ordinal)
        .Replace(Writer, readerIsNew ? "old" : "new", StringComparison.Ordinal);
}
