namespace SchemaRegistry.Api.Modes;

/// <summary>A mode, in requests and answers.</summary>
internal sealed record ModeBody(string? Mode)
{
    public static ModeBody Of(RegistryMode mode) => new(RegistryModes.WireName(mode));
}
