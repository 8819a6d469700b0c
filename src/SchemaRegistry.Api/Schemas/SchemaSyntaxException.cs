namespace SchemaRegistry.Api.Schemas;

/// <summary>A text that is not a schema.</summary>
internal sealed class SchemaSyntaxException(int offset, string reason) : Exception(reason)
{
    /// <summary>Where, in bytes from the start of the UTF-8 text.</summary>
    public int Offset { get; } = offset;
}
