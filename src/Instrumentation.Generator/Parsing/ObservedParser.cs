using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses a class with observed gauges.</summary>
internal static class ObservedParser
{
    private static readonly string[] s_aggregates = ["Sum", "Min", "Max", "Average", "Last"];

    /// <summary>The class as the file's own; null where another file has its first observed member, or none has.</summary>
    public static ObservedTarget? Parse(INamedTypeSymbol type, SyntaxTree file, Compilation compilation, CancellationToken cancellation)
    {
        if (ObservedMembers.Of(type).FirstOrDefault() is not { } first || ObservedMembers.Gauges(first).First().ApplicationSyntaxReference?.SyntaxTree != file)
        {
            return null;
        }

        var members = ObservedMembers.Of(type)
            .Select(member => Member(member, compilation, cancellation))
            .Where(static member => member is not null)
            .Select(static member => member!)
            .ToEquatable();
        var holder = TypeNames.Free(type, TypeNames.Stem(type) + "Gauges");
        var space = TypeNames.Namespace(type);
        return members.Count == 0
            ? null
            : new ObservedTarget(SymbolText.Metadata(type), space, holder, space is null ? $"global::{holder}" : $"global::{space}.{holder}", SymbolText.Display(type), members);
    }

    private static ObservedMember? Member(ISymbol member, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = ObservedMembers.Read(member);
        var targetName = TagExpressionNames.Target(read);
        var signature = SignatureParser.Parse(read, targetName);
        var access = $"{signature.Receiver.Expression}.{SymbolText.Identifier(member.Name)}{(member is IMethodSymbol ? "()" : string.Empty)}";
        if (MetricValueParser.OfMember(read.ReturnType, access) is not { } value)
        {
            return null;
        }

        var expressions = new ExpressionParser(read, signature, targetName, compilation, cancellation);

        // The value has no result beside it: it is the result.
        var declared = TagParser.Parse(member, read, expressions).Where(static tag => tag.Source is not { UsesResult: true }).ToEquatable();
        var gauges = ObservedMembers.Gauges(member)
            .Where(gauge => MetricNames.WhyNotMetric(gauge.Name() ?? string.Empty) is null && !ObservedMembers.IsInherited(member, gauge))
            .GroupBy(static gauge => gauge.Name(), StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToList();
        var parsed = gauges
            .Select(gauge => (Target: InstrumentParser.Make(InstrumentKind.Gauge, gauge.Name(), null, gauge, null, null, default, InstrumentParser.Chosen(gauge, declared, null)), Aggregate: Aggregate(gauge)))
            .Where(gauge => InstrumentParser.HasIndexes(gauge.Target, declared))
            .ToList();
        var (instruments, tags) = TagPruner.Prune([.. parsed.Select(static gauge => gauge.Target)], declared);
        return instruments.Count == 0
            ? null
            : new ObservedMember(
                new MethodTarget(member.Name, member.Name + "_Read", SymbolText.Display(member.ContainingType) + "." + member.Name, signature, null, instruments, tags, default, null, targetName, TagExpressionNames.Result(read)),
                value,
                parsed.Select(static gauge => gauge.Aggregate).ToEquatable());
    }

    private static string Aggregate(AttributeData gauge) =>
        gauge.Number("Aggregate", 0) is var number && number >= 0 && number < s_aggregates.Length ? s_aggregates[number] : s_aggregates[0];
}
