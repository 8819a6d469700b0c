using System.Collections.Immutable;
using System.Linq;

namespace Instrumentation.Analyzers.Rules;

/// <summary>The coverage of a compilation in one sentence.</summary>
internal static class CoverageSentence
{
    private const int Listed = 3;

    /// <summary><c>41 of 43 calls of instrumented methods are measured; 2 are not: …</c>.</summary>
    /// <param name="calls">How many calls there are.</param>
    /// <param name="withoutTags">How many of them are measured without the tags of their arguments.</param>
    /// <param name="open">Those that are not measured.</param>
    public static string Of(int calls, int withoutTags, ImmutableArray<UnmeasuredPlace> open)
    {
        var measured = calls - open.Length;
        var untagged = withoutTags == 0 ? string.Empty : $", {withoutTags} without parameter tags";
        var sentence = $"{measured} of {calls} {(calls == 1 ? "call" : "calls")} of instrumented methods {(measured == 1 ? "is" : "are")} measured{untagged}";
        if (open.IsEmpty)
        {
            return sentence;
        }

        var more = open.Length > Listed ? $", and {open.Length - Listed} more" : string.Empty;
        return $"{sentence}; {open.Length} {(open.Length == 1 ? "is" : "are")} not: {string.Join(", ", open.Take(Listed).Select(static place => place.ToString()))}{more}";
    }
}
