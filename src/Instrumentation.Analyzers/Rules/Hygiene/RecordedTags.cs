using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>The tags that a call of <c>Add</c> or <c>Record</c> is given, as far as they are written in it.</summary>
internal static class RecordedTags
{
    /// <summary>The written tags, with their names where those are constants.</summary>
    public static IEnumerable<(string? Name, IOperation? Value, Location Place)> Of(IInvocationOperation call) => Pairs(call).Select(Read);

    /// <summary>The names of all tags, in order; null where one is not known.</summary>
    public static IReadOnlyList<string>? Names(IInvocationOperation call)
    {
        var given = call.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0).ToList();
        var names = Pairs(call).Select(Read).Select(static tag => tag.Name).ToList();
        return names.Any(static name => name is null) || (names.Count == 0 && given.Any(static argument => argument.ArgumentKind is not (ArgumentKind.ParamArray or ArgumentKind.ParamCollection)))
            ? null
            : [.. names.Where(static name => name != "error.type").Select(static name => name!).OrderBy(static name => name, StringComparer.Ordinal)];
    }

    private static IEnumerable<IOperation> Pairs(IInvocationOperation call) => call.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0).SelectMany(static argument =>
        argument.Value.Type is { Name: "KeyValuePair" } ? [argument.Value] : Constants.Elements(argument.Value) ?? []);

    private static (string? Name, IOperation? Value, Location Place) Read(IOperation pair) => pair switch
    {
        IObjectCreationOperation { Arguments: { Length: 2 } arguments } => Read(arguments),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" }, Arguments: { Length: 2 } arguments } => Read(arguments),
        IConversionOperation conversion => Read(conversion.Operand),
        _ => (null, null, pair.Syntax.GetLocation()),
    };

    private static (string? Name, IOperation? Value, Location Place) Read(ImmutableArray<IArgumentOperation> pair) => (Constants.Text(pair[0].Value), pair[1].Value, pair[0].Syntax.GetLocation());
}
