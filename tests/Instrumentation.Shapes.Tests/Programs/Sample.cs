namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>A random method with a random call, as the numbers that it is made from.</summary>
internal sealed record Sample(int[] Numbers)
{
    /// <summary>More than any sample reads.</summary>
    public const int Length = 72;

    /// <summary>Simpler samples: with the tail gone, and with single choices set to the simplest.</summary>
    public IEnumerable<Sample> Simpler()
    {
        var used = Array.FindLastIndex(Numbers, static number => number != 0) + 1;
        for (var keep = used / 2; keep < used; keep += Math.Max(1, (used - keep) / 2))
        {
            yield return new Sample(Numbers[..keep]);
        }

        for (var i = 0; i < used; i++)
        {
            if (Numbers[i] != 0)
            {
                yield return new Sample([.. Numbers[..i], 0, .. Numbers[(i + 1)..used]]);
            }
        }
    }

    public override string ToString() => $"[{string.Join(",", Numbers)}]";
}
