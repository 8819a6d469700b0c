namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>A schema that was read once; immutable, so that it can be cached and used by several requests at a time.</summary>
internal interface IParsedSchema
{
    /// <summary>The text that two schemas share when they differ only in what has no meaning: white space, order of members and the like.</summary>
    string CanonicalText { get; }

    /// <summary>What keeps data written with another schema from being read with this one; empty when everything can be read.</summary>
    /// <param name="writer">A schema of the same format.</param>
    /// <param name="policy">How strictly open content models are taken; only JSON Schema knows a difference.</param>
    /// <exception cref="WorkLimitException">The comparison would take more work than one request may cause.</exception>
    IReadOnlyList<Incompatibility> FindIncompatibilities(IParsedSchema writer, CompatibilityPolicy policy);

    /// <summary>What is wrong with a document; empty when it is valid.</summary>
    /// <exception cref="WorkLimitException">The validation would take more work than one request may cause.</exception>
    IReadOnlyList<DocumentError> Validate(ReadOnlySpan<byte> document, DocumentEncoding encoding);

    /// <summary>What is wrong with a document of one of the schema's types; empty when it is valid.</summary>
    /// <param name="document">The document.</param>
    /// <param name="encoding">How it is written.</param>
    /// <param name="typeName">The type by its name; none for the schema's first one. Only Protobuf schemas have several.</param>
    /// <exception cref="WorkLimitException">The validation would take more work than one request may cause.</exception>
    IReadOnlyList<DocumentError> Validate(ReadOnlySpan<byte> document, DocumentEncoding encoding, string? typeName) => Validate(document, encoding);

    /// <summary>The schema in the binary form of its language as base64, which <c>format=serialized</c> asks for; none where there is no such form.</summary>
    string? SerializedText => null;
}
