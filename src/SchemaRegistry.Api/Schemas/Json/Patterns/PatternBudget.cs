using System.Diagnostics;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Json.Patterns;

/// <summary>The time that all regular expressions of one piece of work may take together; each alone is limited anyway.</summary>
internal sealed class PatternBudget
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    private TimeSpan _spent;

    /// <exception cref="WorkLimitException">The time is up.</exception>
    public bool IsMatch(EcmaPattern pattern, string text)
    {
        var start = Stopwatch.GetTimestamp();
        var isMatch = pattern.IsMatch(text);
        _spent += Stopwatch.GetElapsedTime(start);
        return _spent <= s_limit ? isMatch : throw new WorkLimitException($"regular expressions take longer than {s_limit.TotalSeconds} seconds in all");
    }
}
