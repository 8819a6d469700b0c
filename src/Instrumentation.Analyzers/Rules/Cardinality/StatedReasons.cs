using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Whether somebody says in the code why a value has a bound that no rule sees: <c>// bounded: we have twelve tenants</c> at the end of the line, or on a line of its own above.</summary>
internal static class StatedReasons
{
    private const string Mark = "// bounded:";

    /// <summary>Whether a reason stands at a place. A mark without a reason is none.</summary>
    public static bool StandAt(Location place, CancellationToken cancellation)
    {
        if (place.SourceTree is not { } tree)
        {
            return false;
        }

        var text = tree.GetText(cancellation);
        var position = text.Lines.GetLinePosition(place.SourceSpan.Start).Line;
        return IsReason(text.Lines[position].ToString(), alone: false) || (position > 0 && IsReason(text.Lines[position - 1].ToString(), alone: true));
    }

    private static bool IsReason(string line, bool alone)
    {
        var start = line.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return start >= 0 && line.Substring(start + Mark.Length).Trim().Length > 0 && (!alone || line.Substring(0, start).Trim().Length == 0);
    }
}
