namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>
/// The random numbers of one sample, read in order. Zero is always the simplest choice, so that a sample shrinks by setting numbers to zero.
/// </summary>
internal sealed class Choices(IReadOnlyList<int> numbers)
{
    private int _next;

    /// <summary>A number below <paramref name="count"/>.</summary>
    public int Next(int count) => _next < numbers.Count ? numbers[_next++] % count : 0;

    /// <summary>True in <paramref name="percent"/> of the cases.</summary>
    public bool Chance(int percent) => Next(100) >= 100 - percent;

    public T Of<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}
