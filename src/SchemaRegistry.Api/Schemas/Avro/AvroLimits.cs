namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>What one schema or document may ask for; far above what real ones need.</summary>
internal static class AvroLimits
{
    /// <summary>How many pairs of a type and a value are looked at to check the defaults of one schema.</summary>
    public const int DefaultWork = 5_000_000;

    /// <summary>How many values one binary document may have: those of type <c>null</c> take no bytes.</summary>
    public const int Values = 10_000_000;

    /// <summary>How deep the values of a document may nest.</summary>
    public const int ValueDepth = 1_000;

    /// <summary>How many errors of one document are told.</summary>
    public const int Errors = 100;
}
