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
    public static readonly CallRefusal OwnTypeParameters = new("a generic method that calls itself with its own type parameters cannot be intercepted (CS9144)", "move the recursion into a method that is not instrumented");
    public static readonly CallRefusal ExpressionTree = new("it is inside an expression tree", "call it before and use the result");
    public static readonly CallRefusal MethodGroup = new("a method group is not a call that could be replaced", "write a lambda that calls it");
    public static readonly CallRefusal Dynamic = new("it is bound at run time", "cast what is 'dynamic' to its type");
    public static readonly CallRefusal RepeatedFile = new("the same text stands in two files of the project, and the compiler cannot tell which call is meant", "compile the file once");
    public static readonly CallRefusal NotByName = new("only a call by name can be replaced", "remove the parentheses");
    public static readonly CallRefusal Implicit = new("the compiler makes it by itself", "write the call");
    public static readonly CallRefusal NotFromContainer = new("the object does not come from the container, which puts the decorator in front of it", "register it, or call it as its class");
    public static readonly CallRefusal OtherGenerator = new("it is in the code of another generator, which ours does not see", "call it in a file of the project");
    public static readonly CallRefusal Foreign = new("its assembly has no wrapper that can be called from here", "compile that assembly with this package");

    /// <summary>Whether no call of the method could be measured, wherever it stands: that is said where the method is declared.</summary>
    public bool IsOfTarget { get; private init; }

    /// <summary>Calls through an interface whose instrumented class has no decorator.</summary>
    public static CallRefusal NoDecorator(string reason) => new($"what implements it has no decorator: {reason}", "call it as its class");

    /// <summary>The method itself cannot be measured.</summary>
    public static CallRefusal OfTarget(string reason) => new(reason, null) { IsOfTarget = true };
}
