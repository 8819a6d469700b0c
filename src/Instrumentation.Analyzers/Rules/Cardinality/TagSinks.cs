using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Finds the tags that an operation hands to a metric or a span.</summary>
internal static class TagSinks
{
    /// <summary>The tags of a metric; empty where nothing is recorded.</summary>
    public static IEnumerable<TagUse> OfMetric(IOperation operation, SinkSymbols symbols) => operation switch
    {
        IInvocationOperation call => OfCall(call, symbols),
        IObjectCreationOperation { Type: INamedTypeSymbol type } made => SinkSymbols.Same(type, symbols.Measurement) ? made.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0).SelectMany(static argument => Pairs(argument.Value))
            : SinkSymbols.Same(type, symbols.TagList) ? made.Arguments.SelectMany(static argument => Pairs(argument.Value))
            : [],
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } target } assignment when symbols.HasGeneratedMetrics && symbols.Generated.AreTags(property.ContainingType) => [new TagUse(target, assignment.Value)],
        _ => [],
    };

    /// <summary>The tags of a span: <c>SetTag</c>, <c>AddTag</c>, <c>AddBaggage</c>, the collection of an event's, and those given to <c>StartActivity</c>.</summary>
    public static IEnumerable<TagUse> OfSpan(IOperation operation, SinkSymbols symbols) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "SetTag" or "AddTag" or "SetBaggage" or "AddBaggage" } method, Arguments: { Length: 2 } arguments } when SinkSymbols.Same(method.ContainingType, symbols.Activity) => [new TagUse(arguments[0].Value, arguments[1].Value)],
        IInvocationOperation { TargetMethod: { Name: "Add", ContainingType.Name: "ActivityTagsCollection" }, Arguments: { Length: 2 } arguments } => [new TagUse(arguments[0].Value, arguments[1].Value)],
        IInvocationOperation { TargetMethod: { Name: "StartActivity" or "CreateActivity" } method } call when SinkSymbols.Same(method.ContainingType, symbols.ActivitySource) =>
            call.Arguments.Where(static argument => argument.Parameter?.Name == "tags").SelectMany(static argument => Pairs(argument.Value)),
        _ => [],
    };

    private static IEnumerable<TagUse> OfCall(IInvocationOperation call, SinkSymbols symbols)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Add" or "Record" when symbols.IsInstrument(method.ContainingType):
                return call.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0).SelectMany(static argument => Pairs(argument.Value));
            case "Add" when SinkSymbols.Same(method.ContainingType, symbols.TagList) && !IsOfSpan(call):
                return call.Arguments.Length == 2 ? [new TagUse(call.Arguments[0].Value, call.Arguments[1].Value)] : call.Arguments.SelectMany(static argument => Pairs(argument.Value));
            case "Add" or "Record" when symbols.HasGeneratedMetrics && symbols.Generated.IsMetric(method.ContainingType):
                return call.Arguments.Where(static argument => argument.Parameter is { Ordinal: > 0, Type: not INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } }).Select(static argument => new TagUse(argument, argument.Value));
            case "WithLabels" or "Labels" when symbols.HasPrometheusNet && method.ContainingNamespace.IsWithin("Prometheus"):
                return call.Arguments.SelectMany(static argument => Elements(argument.Value)).Select(static value => new TagUse(null, value));
            default:
                return [];
        }
    }

    private static IEnumerable<IOperation> Elements(IOperation value) => value.Unconverted() switch
    {
        IArrayCreationOperation { Initializer: { } list } => list.ElementValues,
        ICollectionExpressionOperation list => list.Elements,
        var other => [other],
    };

    // A list that goes to a span here, or is made for one by the name of the method: `CreateActivityTags`.
    private static bool IsOfSpan(IInvocationOperation add) => add switch
    {
        { Instance: ILocalReferenceOperation { Local: var list } } => IsOfSpan(list, add),
        { Parent.Parent: IObjectCreationOperation { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var list } } } } => IsOfSpan(list, add),
        { Parent.Parent: IObjectCreationOperation made } => IsHandedToSpan(made),
        _ => false,
    };

    private static bool IsOfSpan(ILocalSymbol list, IOperation add)
    {
        if (list.ContainingSymbol.Name.IndexOf("Activity", StringComparison.Ordinal) >= 0 || list.ContainingSymbol.Name.IndexOf("Span", StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        // One that a metric gets too is a metric's.
        var uses = FunctionBody.Root(add).Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, list) && !IsOwn(use)).ToList();
        return uses.Count > 0 && uses.TrueForAll(IsHandedToSpan);
    }

    // The list is filled, asked for its length, or made anew: what is in it goes nowhere.
    private static bool IsOwn(IOperation use) => use.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: "Add" or "Insert" or "Remove" or "RemoveAt" or "Clear" or "Contains" or "IndexOf" } call => call.Instance == use,
        IPropertyReferenceOperation { Property.Name: "Count" } => true,
        ISimpleAssignmentOperation assignment => assignment.Target == use,
        _ => false,
    };

    private static bool IsHandedToSpan(IOperation use) => use.Parent switch
    {
        IConversionOperation conversion => IsHandedToSpan(conversion),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "ActivitySource" or "Activity" } } => true,
        IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "ActivityEvent" or "ActivityLink" or "ActivityTagsCollection" } } => true,
        _ => false,
    };

    // What is handed over as a pair, a list of pairs, or a variable of either that this method fills.
    private static IEnumerable<TagUse> Pairs(IOperation value) => Pairs(value, depth: 0);

    private static IEnumerable<TagUse> Pairs(IOperation value, int depth)
    {
        if (depth > 4)
        {
            return [];
        }

        return value.Unconverted() switch
        {
            IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: { Length: 2 } arguments } => [new TagUse(arguments[0].Value, arguments[1].Value)],
            IObjectCreationOperation { Type.Name: not "TagList", Initializer.Initializers: var initializers } => initializers.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments).SelectMany(argument => Pairs(argument.Value, depth + 1)),
            IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" }, Arguments: { Length: 2 } arguments } => [new TagUse(arguments[0].Value, arguments[1].Value)],
            IInvocationOperation { TargetMethod.Name: "ToArray" or "AsSpan" } copy => copy.Arguments.Select(static argument => argument.Value).Concat(copy.Instance is { } instance ? [instance] : []).SelectMany(list => Pairs(list, depth + 1)),
            IArrayCreationOperation { Initializer: { } list } => list.ElementValues.SelectMany(element => Pairs(element, depth + 1)),
            ICollectionExpressionOperation list => list.Elements.SelectMany(element => Pairs(element, depth + 1)),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Pairs(choice.WhenTrue, depth + 1).Concat(Pairs(whenFalse, depth + 1)),
            ILocalReferenceOperation local => VariableValues.Before(local.Local, local).Known.SelectMany(each => Pairs(each, depth + 1)).Concat(Added(local, depth)),
            _ => [],
        };
    }

    // `tags.Add(new("path", path))` between the list's creation and its use.
    private static IEnumerable<TagUse> Added(ILocalReferenceOperation local, int depth) =>
        local.Local.Type is INamedTypeSymbol { Name: "List" }
            ? FunctionBody.Root(local).Descendants().OfType<IInvocationOperation>()
                .Where(call => call is { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation { Local: var list } } && SymbolEqualityComparer.Default.Equals(list, local.Local))
                .SelectMany(static call => call.Arguments)
                .SelectMany(argument => Pairs(argument.Value, depth + 1))
            : [];
}
