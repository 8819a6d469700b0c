namespace Instrumentation.Benchmarks.Matrix;

/// <summary>What one cell costs a call.</summary>
/// <param name="Nanoseconds">The median of the batches' means.</param>
/// <param name="Bytes">What is allocated on the calling thread.</param>
internal readonly record struct Measured(double Nanoseconds, long Bytes)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Nanoseconds:0.0} / {Bytes}");
}
