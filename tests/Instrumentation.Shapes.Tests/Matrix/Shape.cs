namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>A row of the matrix: a shape of C#, as a program for each weave.</summary>
/// <param name="Group">What it is a shape of.</param>
/// <param name="Name">Its name.</param>
/// <param name="CallSite">The program whose call is replaced; null where the shape has none.</param>
/// <param name="Decorator">The program whose object stands behind a decorator; null where the shape has none.</param>
internal sealed record Shape(string Group, string Name, ShapeProgram? CallSite, ShapeProgram? Decorator)
{
    /// <summary>What the caller of an async method does, where it is no call by name.</summary>
    public string? Async { init => CallSite = CallSite! with { AsyncStatements = value }; }

    private const string Counted = "[MetricCounter(\"{m}_total\")] ";

    /// <summary>A method's shape, in a class and behind an interface.</summary>
    /// <param name="name">Name of the shape.</param>
    /// <param name="header">Return type, name and parameters.</param>
    /// <param name="body">The body.</param>
    /// <param name="use">Statements that call it once, on <c>x</c>.</param>
    /// <param name="modifier"><c>async</c> or <c>unsafe</c>.</param>
    /// <param name="more">More members of the class.</param>
    public static Shape OfMethod(string name, string header, string body, string use, string modifier = "", string more = "")
    {
        var declared = modifier == "async" ? string.Empty : modifier + " ";
        var caller = modifier == "unsafe" ? "unsafe " : string.Empty;
        string Use(string service) => use.Contains("await", StringComparison.Ordinal)
            ? $"static async Task Use({service} x) {{ {use} }}"
            : $"static {caller}Task Use({service} x) {{ {use} return Task.CompletedTask; }}";
        return new Shape(
            "Signature",
            name,
            new ShapeProgram($"public class S {{ {more} {Counted}public {modifier} {header} {body} }}", "await Use(new S());") { Helper = Use("S") },
            new ShapeProgram($"public interface I {{ {declared}{header}; }} public class S : I {{ {more} {Counted}public {modifier} {header} {body} }}", ShapeProgram.Injected() + " await Use(x);") { Helper = Use("I") });
    }

    /// <summary>A type's shape; the attribute is <c>{c}</c> in the text.</summary>
    /// <param name="name">Name of the shape.</param>
    /// <param name="types">The types, for the call site.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="decoratedTypes">The types, for the decorator.</param>
    /// <param name="decoratedCalls">The calls, on <c>x</c>.</param>
    /// <param name="injected">What makes <c>x</c>, where that is not an <c>S</c> asked for as <c>I</c>.</param>
    public static Shape OfType(string name, string types, string calls, string? decoratedTypes = null, string? decoratedCalls = null, string? injected = null) => new(
        "Type",
        name,
        new ShapeProgram(types.Replace("{c}", Counted, StringComparison.Ordinal), calls),
        decoratedTypes is null ? null : new ShapeProgram(decoratedTypes.Replace("{c}", Counted, StringComparison.Ordinal), $"{injected ?? ShapeProgram.Injected()} {decoratedCalls ?? calls}"));

    /// <summary>A call's shape; a decorator does not see it.</summary>
    public static Shape OfCall(string name, string types, string calls, int times = 1) =>
        new("Call", name, new ShapeProgram(types.Replace("{c}", Counted, StringComparison.Ordinal), calls) { Calls = times }, null);
}
