namespace Instrumentation.Generator.Model;

/// <summary>What stands for a value that is not there, so that instruments leave it out.</summary>
internal static class MissingValue
{
    public static string Of(InstrumentKind kind, bool isFractional) => kind switch
    {
        InstrumentKind.Counter => isFractional ? "double.NegativeInfinity" : "long.MinValue",
        InstrumentKind.UpDownCounter => "0",
        _ => "double.NaN",
    };
}
