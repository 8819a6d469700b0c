namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>The language's own features as they hold for one element; the numbers are those of <c>descriptor.proto</c>.</summary>
internal sealed record FeatureSet(
    int FieldPresence,
    int EnumType,
    int RepeatedFieldEncoding,
    int Utf8Validation,
    int MessageEncoding,
    int JsonFormat,
    int NamingStyle,
    int SymbolVisibility)
{
    public const int Explicit = 1;
    public const int Implicit = 2;
    public const int LegacyRequired = 3;
    public const int Open = 1;
    public const int Closed = 2;
    public const int Packed = 1;
    public const int Expanded = 2;
    public const int Verify = 2;
    public const int None = 3;
    public const int LengthPrefixed = 1;
    public const int Delimited = 2;
    public const int Allow = 1;
    public const int LegacyBestEffort = 2;
    public const int Style2024 = 1;
    public const int StyleLegacy = 2;
    public const int Style2026 = 3;
    public const int ExportAll = 1;
    public const int ExportTopLevel = 2;
    public const int LocalAll = 3;
    public const int Strict = 4;

    public static readonly FeatureSet Unknown = new(0, 0, 0, 0, 0, 0, 0, 0);

    private static readonly FeatureSet s_proto2 = new(Explicit, Closed, Expanded, None, LengthPrefixed, LegacyBestEffort, StyleLegacy, ExportAll);
    private static readonly FeatureSet s_proto3 = new(Implicit, Open, Packed, Verify, LengthPrefixed, Allow, StyleLegacy, ExportAll);
    private static readonly FeatureSet s_2023 = s_proto3 with { FieldPresence = Explicit };
    private static readonly FeatureSet s_2024 = s_2023 with { NamingStyle = Style2024, SymbolVisibility = ExportTopLevel };

    /// <summary>What holds in an edition when nothing else is said.</summary>
    public static FeatureSet Of(Edition edition) => edition switch
    {
        Edition.Proto2 => s_proto2,
        Edition.Proto3 => s_proto3,
        Edition.E2023 => s_2023,
        _ => s_2024,
    };
}
