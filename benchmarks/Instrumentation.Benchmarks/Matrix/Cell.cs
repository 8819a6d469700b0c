namespace Instrumentation.Benchmarks.Matrix;

/// <summary>One cell of the matrix.</summary>
/// <param name="Shape">What kind of method is called.</param>
/// <param name="Tags">With how many tags.</param>
/// <param name="Run">Calls it as often as is said.</param>
internal sealed record Cell(string Shape, int Tags, Action<int> Run);
