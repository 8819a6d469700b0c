using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Reports complaints about names and units; what to write instead goes to the code fix.</summary>
internal static class ComplaintReport
{
    /// <summary>Property of the diagnostic: the text to write.</summary>
    public const string Replacement = "Replacement";

    public static Diagnostic Of(DiagnosticDescriptor rule, Location place, string name, NameComplaint complaint) => Diagnostic.Create(
        rule,
        place,
        complaint.IsMinor ? DiagnosticSeverity.Info : rule.DefaultSeverity,
        additionalLocations: null,
        complaint.Replacement is { Length: > 0 } text ? ImmutableDictionary<string, string?>.Empty.Add(Replacement, text) : null,
        name,
        complaint.Reason);
}
