namespace Instrumentation.Generator.Shared;

/// <summary>Why a call is not measured.</summary>
/// <param name="Reason">The reason, as half a sentence; the same text wherever it is shown, so that it can be counted.</param>
/// <param name="Advice">What to do; null where the reason says it.</param>
internal sealed record CallRefusal(string Reason, string? Advice)
{
    public static readonly CallRefusal Asked = new("it was asked to be left alone", null);
    public static readonly CallRefusal SwitchedOff = new("calls are left alone in this project", null);
    public static readonly CallRefusal BaseCall = new("a base call that is replaced would call the override again, without end", "put the attribute on the override");
    public static readonly CallRefusal TypeParameter = new("the receiver's type is a type parameter", "call it through its class or interface");
    public static readonly CallRefusal ExpressionTree = new("it is inside an expression tree", "call it before and use the result");
    public static readonly CallRefusal MethodGroup = new("a method group is not a call that could be replaced", "write a lambda that calls it");
    public static readonly CallRefusal Dynamic = new("it is bound at run time", "cast what is 'dynamic' to its type");
    public static readonly CallRefusal NotByName = new("only a call by name can be replaced", "remove the parentheses");
    public static readonly CallRefusal Implicit = new("the compiler makes it by itself", "write the call");
    public static readonly CallRefusal Foreign = new("its assembly has no wrapper that can be called from here", "compile that assembly with this package");

    /// <summary>Whether no call of the method could be measured, wherever it stands: that is said where the method is declared.</summary>
    public bool IsOfTarget { get; private init; }

    /// <summary>The method itself cannot be measured.</summary>
    public static CallRefusal OfTarget(string reason) => new(reason, null) { IsOfTarget = true };
}
