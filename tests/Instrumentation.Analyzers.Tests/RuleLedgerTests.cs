using System.Reflection;
using System.Runtime.CompilerServices;
using Instrumentation.Analyzers.Rules;
using Instrumentation.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests;

/// <summary>Ledger, release files, pages and code fixes tell the same story.</summary>
public sealed class RuleLedgerTests
{
    private static readonly string s_root = FindRoot();

    private static readonly DiagnosticDescriptor[] s_descriptors =
    [
        .. typeof(RuleDescriptors).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    private static readonly DiagnosticAnalyzer[] s_analyzers = [.. Instances<DiagnosticAnalyzer>(typeof(TagHasNoBoundAnalyzer).Assembly).Where(static analyzer => analyzer is not DiagnosticSuppressor)];

    private static readonly HashSet<string> s_fixable = [.. Instances<CodeFixProvider>(typeof(TagHasNoBoundFixer).Assembly).SelectMany(fixer => fixer.FixableDiagnosticIds)];

    [Fact]
    public void Ledger_IsNotEmpty() => Assert.NotEmpty(s_descriptors);

    [Fact]
    public void Ids_AreUniqueAndWellFormed()
    {
        Assert.Equal(s_descriptors.Length, s_descriptors.Select(descriptor => descriptor.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(s_descriptors, descriptor => Assert.Matches("^INS[0-5][0-9]{3}$", descriptor.Id));
    }

    [Fact]
    public void Ids_AreThoseOfTheLedger() => Assert.Equal(
        typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        s_descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void EachRule_HasOneAnalyzer_OneStemAndTheReverse()
    {
        Assert.All(s_descriptors, descriptor => Assert.Single(s_analyzers, analyzer => analyzer.SupportedDiagnostics.Contains(descriptor)));
        Assert.All(s_analyzers, analyzer => Assert.Contains(
            typeof(RuleIds).GetFields(), field => analyzer.GetType().Name == field.Name + "Analyzer" && (string)field.GetRawConstantValue()! == analyzer.SupportedDiagnostics[0].Id));
    }

    [Fact]
    public void HelpLink_IsComputedFromTheId() =>
        Assert.All(s_descriptors, descriptor => Assert.EndsWith($"/docs/rules/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal));

    [Fact]
    public void Texts_AreComplete() => Assert.All(s_descriptors, descriptor =>
    {
        Assert.NotEqual("", descriptor.Description.ToString());
        Assert.False(descriptor.Title.ToString().EndsWith('.'), descriptor.Id);
        Assert.StartsWith("Instrumentation.", descriptor.Category, StringComparison.Ordinal);
    });

    [Fact]
    public void Page_ExistsAndTellsTheSame() => Assert.All(s_descriptors, descriptor =>
    {
        var page = Read($"docs/rules/{descriptor.Id}.md");
        Assert.StartsWith($"# {descriptor.Id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {descriptor.Category} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {descriptor.DefaultSeverity}", page, StringComparison.Ordinal);
        Assert.Contains($"| Code fix | {(s_fixable.Contains(descriptor.Id) ? "yes" : "no")}", page, StringComparison.Ordinal);
        Assert.Contains($"dotnet_diagnostic.{descriptor.Id}.severity", page, StringComparison.Ordinal);
        Assert.All(["## What you see", "## Why", "## Wrong", "## Right", "## How to turn it off"], heading => Assert.Contains($"\n{heading}\n", page, StringComparison.Ordinal));
    });

    [Fact]
    public void Pages_BelongToRules() => Assert.Equal(
        s_descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(s_root, "docs/rules"), "INS*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Table_IsMadeFromTheLedger()
    {
        var path = Path.Combine(s_root, "docs/rules/README.md");
        var received = path + ".received";
        var table = RuleTable.Of(s_descriptors, s_fixable);
        if (Read("docs/rules/README.md") == table)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, table);
        Assert.Fail($"The page differs: diff {received} {path}");
    }

    [Fact]
    public void ReleaseFiles_ListEachRule()
    {
        var releases = Read("src/Instrumentation.Analyzers/AnalyzerReleases.Shipped.md") + Read("src/Instrumentation.Analyzers/AnalyzerReleases.Unshipped.md");

        Assert.All(s_descriptors, descriptor => Assert.Contains(
            $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", releases, StringComparison.Ordinal));
    }

    [Fact]
    public void Fixers_KnowFixAll() => Assert.All(
        Instances<CodeFixProvider>(typeof(TagHasNoBoundFixer).Assembly), fixer => Assert.NotNull(fixer.GetFixAllProvider()));

    private static IEnumerable<T> Instances<T>(Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type)).Select(type => (T)Activator.CreateInstance(type)!);

    private static string Read(string path) => File.ReadAllText(Path.Combine(s_root, path)).ReplaceLineEndings("\n");

    private static string FindRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
