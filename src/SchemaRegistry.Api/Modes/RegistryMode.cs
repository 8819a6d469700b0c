namespace SchemaRegistry.Api.Modes;

/// <summary>What may be written, in the whole registry or in one subject.</summary>
internal enum RegistryMode
{
    ReadWrite,

    ReadOnly,

    /// <summary>Read-only, whatever single subjects say; a global mode.</summary>
    ReadOnlyOverride,

    /// <summary>Schemas come from another registry and bring their ids and versions.</summary>
    Import,

    /// <summary>As <see cref="Import"/>; for copies that follow another registry.</summary>
    Forward,
}
