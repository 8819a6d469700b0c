namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>The type parameter of a random method.</summary>
/// <param name="Constraint">The constraint's text; empty for none.</param>
/// <param name="Argument">The type argument.</param>
/// <param name="Value">A value of that type.</param>
/// <param name="Repeated">The constraint of an explicit implementation or override, where <c>T?</c> needs one.</param>
internal sealed record TypeParameter(string Constraint, string Argument, string Value, string Repeated)
{
    public static IReadOnlyList<TypeParameter> All { get; } =
    [
        new("", "int", "1", "default"),
        new("", "string", "\"t\"", "default"),
        new("class", "string", "\"t\"", "class"),
        new("class?", "string", "\"t\"", "class"),
        new("struct", "Guid", "Guid.Empty", "struct"),
        new("notnull", "int", "1", "default"),
        new("unmanaged", "int", "1", "struct"),
        new("new()", "object", "\"o\"", "default"),
        new("IComparable<{T}>", "string", "\"t\"", "default"),
        new("struct, Enum", "DayOfWeek", "DayOfWeek.Monday", "struct"),
        new("System.Exception", "InvalidOperationException", "new InvalidOperationException(\"e\")", "class"),
        new("class, IComparable<{T}?>?", "string", "\"t\"", "class"),
        new("allows ref struct", "int", "1", "default"),
    ];

    public bool AllowsRefStruct => Constraint.Contains("allows", StringComparison.Ordinal);
}
