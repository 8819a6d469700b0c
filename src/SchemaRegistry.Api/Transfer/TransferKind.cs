namespace SchemaRegistry.Api.Transfer;

/// <summary>What a line of an export is about.</summary>
internal enum TransferKind
{
    /// <summary>A line that does not say.</summary>
    None,

    /// <summary>The registry as a whole; the first line.</summary>
    Registry,

    /// <summary>A schema with its global id.</summary>
    Schema,

    /// <summary>A version of a subject.</summary>
    Version,

    /// <summary>A configuration.</summary>
    Config,

    /// <summary>A mode.</summary>
    Mode,
}
