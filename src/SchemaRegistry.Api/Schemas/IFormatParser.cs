namespace SchemaRegistry.Api.Schemas;

/// <summary>Checks texts of one format.</summary>
internal interface IFormatParser
{
    SchemaFormat Format { get; }

    /// <param name="utf8">The schema's text.</param>
    /// <param name="references">The schemas it builds on, each after those it builds on itself.</param>
    /// <exception cref="SchemaSyntaxException">The text is not a schema of this format.</exception>
    void Check(ReadOnlySpan<byte> utf8, IReadOnlyList<StoredSchema> references);
}
