namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The numbers that fields can have.</summary>
internal static class FieldNumbers
{
    public const int Max = (1 << 29) - 1;

    public const int FirstReserved = 19000;

    public const int LastReserved = 19999;
}
