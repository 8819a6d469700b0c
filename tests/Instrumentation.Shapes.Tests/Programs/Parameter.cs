namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>A parameter of a random method, with what is passed for it and what is shown of it.</summary>
/// <param name="Name">Its name, with <c>@</c> where it is a keyword.</param>
/// <param name="Modifier">Modifiers with a trailing blank, or nothing.</param>
/// <param name="Type">Its type.</param>
/// <param name="Argument">The argument, with its modifier.</param>
internal sealed record Parameter(string Name, string Modifier, string Type, string Argument)
{
    public string Attributes { get; init; } = string.Empty;

    /// <summary>The default value; empty where an argument must be given.</summary>
    public string Default { get; init; } = string.Empty;

    /// <summary>Statements that stand before the call.</summary>
    public string Setup { get; init; } = string.Empty;

    /// <summary>What the method does with it.</summary>
    public string Effect { get; init; } = string.Empty;

    /// <summary>What the caller sees of it after the call, as a text; empty for nothing.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>What the method sees of it, as a text.</summary>
    public string Shown { get; init; } = $"Log.Show({Name})";

    /// <summary>Whether it keeps a method from being async or an iterator.</summary>
    public bool IsByReference { get; init; }

    /// <summary>Whether a lambda may not capture what is passed.</summary>
    public bool IsOnStack { get; init; }

    public bool IsPointer { get; init; }

    public bool IsParams { get; init; }

    /// <summary>The tag that can stand on it, as the attribute's arguments; null where none can.</summary>
    public string? Tag { get; init; }

    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>The declaration, without attributes and default where it only implements another.</summary>
    public string Declaration(bool plain) =>
        plain ? $"{(Default.Length == 0 ? Attributes : string.Empty)}{(IsParams ? Modifier.Replace("params ", IsOnStack ? "scoped " : string.Empty, StringComparison.Ordinal) : Modifier)}{Type} {Name}"
        : $"{Attributes}{Modifier}{Type} {Name}{(Default.Length == 0 ? string.Empty : " = " + Default)}";

    /// <summary>The same in the method that has the body: neither default nor what looks at the caller.</summary>
    public string OfCore => $"{(Attributes.Contains("Caller", StringComparison.Ordinal) ? string.Empty : Attributes)}{Modifier}{Type} {Name}";

    /// <summary>How a method passes its own parameter of the same kind on.</summary>
    public string Forwarded =>
        (Modifier.Contains("ref readonly", StringComparison.Ordinal) || Modifier.Contains("in ", StringComparison.Ordinal) ? "in "
        : Modifier.Contains("ref ", StringComparison.Ordinal) ? "ref "
        : Modifier.Contains("out ", StringComparison.Ordinal) ? "out "
        : Type == "dynamic" ? "(object)"
        : string.Empty) + Name;
}
