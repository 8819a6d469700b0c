using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>What a rule looks for at the beginning of a flow of values.</summary>
internal abstract class ValueSource
{
    /// <summary>Of any value of a type.</summary>
    public abstract Evidence OfType(ITypeSymbol? type);

    /// <summary>Of what a field, property, method or parameter gives; null where its type tells.</summary>
    /// <param name="member">It.</param>
    /// <param name="use">Where it is read or called.</param>
    public abstract Evidence? OfMember(ISymbol member, IOperation use);

    /// <summary>Whether a value that has passed a test for one of few is no longer looked for.</summary>
    public virtual bool StopsAtTests => true;

    /// <summary>Whether what is said of the value of a member holds for the members of that value.</summary>
    public abstract bool IsCarried(ITypeSymbol? owner, ITypeSymbol? member);
}
