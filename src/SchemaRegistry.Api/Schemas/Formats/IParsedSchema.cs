namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>A schema that was read once; immutable, so that it can be cached and used by several requests at a time.</summary>
internal interface IParsedSchema
{
    /// <summary>The text that two schemas share when they are one: they differ only in how they are set out on the page.</summary>
    string IdentityText { get; }

    /// <summary>The text that two schemas share when they mean the same: its free orders are sorted, too. <c>normalize</c> asks for it.</summary>
    string CanonicalText { get; }

    /// <summary>The schema in the binary form of its language as base64, which <c>format=serialized</c> asks for; none where there is no such form.</summary>
    string? SerializedText => null;

    /// <summary>The schema with what its references bring written into it, which <c>format=resolved</c> asks for; none where its language has no way to write it.</summary>
    string? ResolvedText => null;

    /// <summary>The text that <see cref="Fingerprints"/> are made of, where the language defines one; else <see cref="CanonicalText"/>.</summary>
    /// <exception cref="WorkLimitException">It would take more work than one request may cause.</exception>
    string ParsingCanonicalForm => CanonicalText;

    /// <summary>Short names for what the schema means, in hexadecimal by their algorithms; none where its language defines none.</summary>
    IReadOnlyDictionary<string, string> Fingerprints => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether it was given in the binary form, so that its text has to be made.</summary>
    bool WasSerialized => false;

    /// <summary>Whether the data that the schema describes has a field of this name at its top.</summary>
    bool HasTopLevelField(string name);

    /// <summary>What keeps data written with another schema from being read with this one; empty when everything can be read.</summary>
    /// <param name="writer">A schema of the same format.</param>
    /// <param name="policy">How strictly open content models are taken; only JSON Schema knows a difference.</param>
    /// <exception cref="WorkLimitException">The comparison would take more work than one request may cause.</exception>
    IReadOnlyList<Incompatibility> FindIncompatibilities(IParsedSchema writer, CompatibilityPolicy policy);

    /// <summary>What is wrong with a document; empty when it is valid.</summary>
    /// <exception cref="WorkLimitException">The validation would take more work than one request may cause.</exception>
    IReadOnlyList<DocumentError> Validate(ReadOnlySpan<byte> document, DocumentOptions options);
}
