using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Modes;

/// <summary>The names of the modes on the wire and in the database.</summary>
internal static class RegistryModes
{
    private static readonly Dictionary<string, RegistryMode> s_byName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["READWRITE"] = RegistryMode.ReadWrite,
        ["READONLY"] = RegistryMode.ReadOnly,
        ["READONLY_OVERRIDE"] = RegistryMode.ReadOnlyOverride,
        ["IMPORT"] = RegistryMode.Import,
        ["FORWARD"] = RegistryMode.Forward,
    };

    private static readonly Dictionary<RegistryMode, string> s_names = s_byName.ToDictionary(static pair => pair.Value, static pair => pair.Key);

    public static string WireName(RegistryMode mode) => s_names[mode];

    public static RegistryMode Parse(string? name) => name is not null && s_byName.TryGetValue(name, out var mode) ? mode : throw RegistryErrors.InvalidMode();

    /// <summary>Whether schemas bring their ids with them.</summary>
    public static bool IsImport(this RegistryMode mode) => mode is RegistryMode.Import or RegistryMode.Forward;

    public static bool IsReadOnly(this RegistryMode mode) => mode is RegistryMode.ReadOnly or RegistryMode.ReadOnlyOverride;
}
