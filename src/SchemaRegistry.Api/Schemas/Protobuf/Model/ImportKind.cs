namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>What an import is for.</summary>
internal enum ImportKind
{
    Plain,

    /// <summary>Who imports this file sees the imported one too.</summary>
    Public,
    Weak,

    /// <summary>For custom options only.</summary>
    Option,
}
