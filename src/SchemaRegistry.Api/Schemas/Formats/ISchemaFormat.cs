namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>One schema language: the only thing the services know of it.</summary>
internal interface ISchemaFormat
{
    SchemaFormat Format { get; }

    /// <summary>Reads a schema. Bounded in depth, size and work, whatever the text is.</summary>
    /// <param name="utf8">The schema's text.</param>
    /// <param name="references">The schemas it builds on, each after those it builds on itself.</param>
    /// <exception cref="SchemaSyntaxException">The text is not a schema of this format, or a reference does not resolve.</exception>
    /// <exception cref="WorkLimitException">Reading it would take more work than one schema may cause.</exception>
    IParsedSchema Parse(ReadOnlySpan<byte> utf8, IReadOnlyList<NamedSchema> references);
}
