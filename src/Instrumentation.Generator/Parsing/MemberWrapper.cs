namespace Instrumentation.Generator.Parsing;

/// <summary>The wrapper through which a decorator calls a member.</summary>
/// <param name="Name">The wrapper, fully qualified.</param>
/// <param name="TypeArguments">What stands for the type parameters of the instrumented method's containing types.</param>
internal sealed record MemberWrapper(string Name, IReadOnlyList<string> TypeArguments);
