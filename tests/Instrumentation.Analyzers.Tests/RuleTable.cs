using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests;

/// <summary>The text of <c>docs/rules/README.md</c>, made from the ledger.</summary>
internal static class RuleTable
{
    private const string Head = """
        # Rules

        Every diagnostic of the package. Ids go by thousands: `INS0xxx` misuse of an attribute, `INS1xxx` coverage, `INS2xxx` cardinality, `INS3xxx` correlation
        and context, `INS4xxx` hygiene of instruments, `INS5xxx` alerts, dashboards and the lock file. This page is made from the ledger in the code: a test writes it.

        | Id | Title | Category | Severity | Code fix |
        |---|---|---|---|---|

        """;

    public static string Of(IEnumerable<DiagnosticDescriptor> rules, IReadOnlySet<string> fixable) => Head.ReplaceLineEndings("\n") + string.Concat(rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
        $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Category["Instrumentation.".Length..]} | {rule.DefaultSeverity} | {(fixable.Contains(rule.Id) ? "yes" : "no")} |\n"));
}
