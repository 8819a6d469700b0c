namespace SchemaRegistry.Api.Schemas;

/// <summary>What a validation found.</summary>
internal enum ValidationFault
{
    /// <summary>The text is not a schema.</summary>
    Syntax,

    /// <summary>It takes more work than one request may cause.</summary>
    TooMuchWork,

    /// <summary>A document is not as its schema wants it.</summary>
    Document,
}
