using System.IO;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A call that is not measured, for people.</summary>
internal sealed record UnmeasuredPlace(Location Place, string Reason)
{
    /// <summary><c>Program.cs(12,34): it is inside an expression tree</c>.</summary>
    public override string ToString()
    {
        var position = Place.GetLineSpan();
        return $"{Path.GetFileName(position.Path)}({position.StartLinePosition.Line + 1},{position.StartLinePosition.Character + 1}): {Reason}";
    }
}
