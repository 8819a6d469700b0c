using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The budgets that <c>[CardinalityBudget]</c> gives.</summary>
internal static class CardinalityBudgets
{
    /// <summary>The budget of a metric that a member declares: of the nearest that speaks of it, one that names it first. Null for none.</summary>
    public static int? Of(string metric, ISymbol member)
    {
        for (ISymbol? place = member; place is not null; place = Around(place))
        {
            var budgets = place.All(KnownNames.CardinalityBudgetAttribute).ToList();
            if ((budgets.FirstOrDefault(budget => budget.Text("Metric") == metric) ?? budgets.FirstOrDefault(static budget => budget.Text("Metric") is null)) is { } found)
            {
                return found.ConstructorArguments.FirstOrDefault().Value as int?;
            }
        }

        return null;
    }

    private static ISymbol? Around(ISymbol place) => place switch
    {
        IAssemblySymbol => null,
        { ContainingType: { } type } => type,
        _ => place.ContainingAssembly,
    };
}
