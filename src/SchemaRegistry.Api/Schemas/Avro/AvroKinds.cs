namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>The names of the kinds in schemas.</summary>
internal static class AvroKinds
{
#pragma warning disable CA1308 // Avro's own names are lower case.
    private static readonly string[] s_names = [.. Enum.GetNames<AvroKind>().Select(static name => name.ToLowerInvariant())];
#pragma warning restore CA1308

    public static string NameOf(AvroKind kind) => s_names[(int)kind];
}
