using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the tag with the type of the error that ended a call.</summary>
internal static class ErrorTagParser
{
    private const int Success = 1;
    private const string OutcomeType = "global::Instrumentation.Weaving.CallOutcome";

    /// <summary>The tag of the method, or else of its type.</summary>
    public static TagTarget? Parse(IMethodSymbol method)
    {
        if (ErrorTypeList.Declared(method) is not { } attribute)
        {
            return null;
        }

        var types = ErrorTypeList.Types(attribute);
        var names = ErrorTypeList.Names(types);
        var arms = types.Select(static (type, index) => new TagArm(SymbolText.Of(type), index)).ToList();

        // A cancelled task has no exception that could be asked for its type.
        if (types.FirstOrDefault(IsBaseOfCancellation) is { } cancellation)
        {
            arms.Add(new TagArm($"null when outcome == {OutcomeType}.Cancelled", IndexOf(types, cancellation)));
        }

        var name = ErrorTypeList.Tag(attribute);
        return new TagTarget(name, TagNames.Pascal(name), null, names.Concat(["other", string.Empty]).ToEquatable(), default, HasOther: false, 0, null, !method.Has(attribute))
        {
            ErrorArms = arms.ToEquatable(),
        };
    }

    /// <summary>Says of the tag whether counters take it for errors alone.</summary>
    public static IEnumerable<TagTarget> Finish(IReadOnlyList<TagTarget> tags, IReadOnlyList<InstrumentTarget> instruments) =>
        tags.Select((tag, index) => !tag.IsError ? tag : tag with
        {
            IsOfErrorsOnly = instruments.Where(instrument => instrument.Kind is InstrumentKind.Counter or InstrumentKind.UpDownCounter && instrument.Tags.Contains(index))
                .All(static instrument => (instrument.When & Success) == 0),
        });

    private static bool IsBaseOfCancellation(INamedTypeSymbol type) =>
        type.ToDisplayString() is "System.Threading.Tasks.TaskCanceledException" or "System.OperationCanceledException" or "System.SystemException" or "System.Exception";

    private static int IndexOf(IReadOnlyList<INamedTypeSymbol> types, INamedTypeSymbol type) =>
        types.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, type)).Count();
}
