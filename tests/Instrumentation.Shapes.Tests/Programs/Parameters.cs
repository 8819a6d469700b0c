namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>The kinds of parameters.</summary>
internal static class Parameters
{
    private static readonly string[] s_keywords = ["@class", "@in", "@ref", "@event", "@is", "@default", "@record", "@await", "@scoped", "@field"];
    private static readonly string[] s_unlucky = ["target", "call", "exception", "result", "elapsed", "_scope", "outcome", "self", "inner", "_inner", "value", "s_source", "_"];

    private static readonly (string Type, string Value, string? Tag)[] s_plain =
    [
        .. Enumerable.Repeat<(string, string, string?)>(("int", "5", "Values = [\"5\", \"6\"]"), 8),
        ("string?", "\"x\"", "MaxValues = 3"), ("bool", "true", ""), ("Support.Color", "Support.Color.Green", ""),
        ("Support.Color?", "null", ""), ("double", "1.5", "MaxValues = 2"), ("Guid", "Guid.Empty", "MaxValues = 2"), ("(int A, string? B)", "(1, \"y\")", null),
        ("int[]", "[1, 2]", null), ("dynamic", "7", null), ("Func<int, int>", "static i => i", null), ("nint", "9", null), ("List<string?[]>", "[[null]]", null),
        ("bool?", "false", ""), ("string", "\"tekst\"", "Values = [\"tekst\"]"), ("object", "\"o\"", null), ("DateTime?", "null", null), ("char", "'c'", null), ("byte", "3", "Values = [\"3\"]"),
    ];

    private static readonly (string Type, string Default, Feature Feature)[] s_optional =
    [
        ("int", "3", Feature.Optional), ("string?", "null", Feature.OptionalNullable), ("string", "\"a\\\"b\\\\{0}\"", Feature.Optional), ("Support.Color", "Support.Color.Blue", Feature.OptionalEnum),
        ("DayOfWeek", "DayOfWeek.Friday", Feature.OptionalEnum), ("Support.Color?", "Support.Color.Green", Feature.OptionalEnum), ("decimal", "2.50m", Feature.OptionalDecimal), ("double", "double.NaN", Feature.Optional),
        ("bool", "true", Feature.Optional), ("char", "'\\''", Feature.Optional), ("DateTime", "default", Feature.Optional), ("long?", "5", Feature.OptionalNullable), ("CancellationToken", "default", Feature.Optional),
    ];

    public static Parameter Make(Choices choices, int position, bool byReference, string? generic)
    {
        var (name, feature) = Name(choices, position);
        var parameter = choices.Next(byReference ? 10 : 3) switch
        {
            0 or 1 => Plain(choices, name),
            2 => generic is null ? Flow(choices, name, byReference, position) : new Parameter(name, "", generic, "{T}") { Features = [Feature.Generic] },
            3 => new Parameter(name, "ref ", "int", $"ref v{position}") { Setup = $"int v{position} = 3;", Effect = $"{name} += 10;", After = $"Log.Show(v{position})", Features = [Feature.Ref], IsByReference = true },
            4 => new Parameter(name, "out ", "string", $"out v{position}") { Setup = $"string v{position} = \"\";", Shown = "\"\"", Effect = $"{name} = \"out\";", After = $"v{position}", Features = [Feature.Out], IsByReference = true },
            5 => new Parameter(name, "in ", "int", choices.Chance(50) ? $"in v{position}" : $"v{position} + 1") { Setup = $"int v{position} = 4;", Features = [Feature.In], IsByReference = true },
            6 => new Parameter(name, "ref readonly ", "int", $"in v{position}") { Setup = $"int v{position} = 6;", Features = [Feature.RefReadonly], IsByReference = true },
            7 => Scoped(choices, name, position),
            8 => OnStack(choices, name, position),
            _ => Pointer(choices, name, position),
        };
        return feature is { } named ? parameter with { Features = [.. parameter.Features, named] } : parameter;
    }

    public static Parameter Optional(Choices choices, int position)
    {
        var (type, value, feature) = choices.Of(s_optional);
        return new Parameter($"o{position}", "", type, $"Log.Arg<{type}>(\"o{position}\", {value})") { Default = value, Features = [feature] };
    }

    public static Parameter CallerInfo(Choices choices, string? first) => choices.Next(first is null ? 3 : 4) switch
    {
        0 => Caller("CallerMemberName", "string", "\"\""),
        1 => Caller("CallerLineNumber", "int", "0"),
        2 => Caller("CallerFilePath", "string?", "null"),
        _ => Caller($"CallerArgumentExpression(nameof({first}))", "string", "\"\""),
    };

    public static Parameter Params(Choices choices, bool byReference) => choices.Next(byReference ? 4 : 3) switch
    {
        0 => new Parameter("rest", "params ", "int[]", "1, 2") { IsParams = true, Features = [Feature.ParamsArray] },
        1 => new Parameter("rest", "params ", "List<string>", "\"1\", \"2\"") { IsParams = true, Features = [Feature.ParamsCollection] },
        2 => new Parameter("rest", "params ", "IEnumerable<int>", "1, 2, 3") { IsParams = true, Features = [Feature.ParamsCollection] },
        _ => new Parameter("rest", "params ", "ReadOnlySpan<int>", "4, 5") { IsParams = true, IsByReference = true, IsOnStack = true, Shown = "Log.Show(rest.ToArray())", Features = [Feature.ParamsSpan] },
    };

    private static Parameter Caller(string attribute, string type, string value) =>
        new("caller", "", type, "") { Attributes = $"[System.Runtime.CompilerServices.{attribute}] ", Default = value, Features = [Feature.CallerInfo, Feature.Optional] };

    private static (string Name, Feature? Feature) Name(Choices choices, int position) => choices.Next(10) switch
    {
        // A position in the name keeps two parameters apart; the bare name comes first in its method only.
        9 => (position == 0 ? choices.Of(s_keywords) : $"p{position}", position == 0 ? Feature.KeywordName : null),
        8 or 7 => (position == 1 ? choices.Of(s_unlucky) : $"p{position}", position == 1 ? Feature.UnluckyName : null),
        _ => ($"p{position}", null),
    };

    private static Parameter Plain(Choices choices, string name)
    {
        var (type, value, tag) = choices.Of(s_plain);
        var argument = type == "dynamic" ? value : $"Log.Arg<{type}>(\"{name}\", {value})";
        return new Parameter(name, "", type, argument) { Tag = tag, Features = type.Contains('?', StringComparison.Ordinal) ? [Feature.NullableAttributes] : [] };
    }

    private static Parameter Flow(Choices choices, string name, bool byReference, int position) => choices.Next(byReference ? 5 : 2) switch
    {
        0 => new Parameter(name, "", "string", "null") { Attributes = "[System.Diagnostics.CodeAnalysis.AllowNull] ", Features = [Feature.FlowAttributes] },
        1 => new Parameter(name, "", "string?", "\"d\"") { Attributes = "[System.Diagnostics.CodeAnalysis.DisallowNull] ", Features = [Feature.FlowAttributes] },
        2 => new Parameter(name, "out ", "string", $"out v{position}") { Attributes = "[System.Diagnostics.CodeAnalysis.MaybeNull] ", Setup = $"string? v{position} = \"\";", Shown = "\"\"", Effect = $"{name} = null;", After = $"Log.Show(v{position})", Features = [Feature.FlowAttributes], IsByReference = true },
        3 => new Parameter(name, "ref ", "string?", $"ref v{position}") { Attributes = "[System.Diagnostics.CodeAnalysis.NotNull] ", Setup = $"string? v{position} = Log.Id<string?>(null);", Effect = $"{name} ??= \"set\";", After = $"v{position}.Length.ToString()", Features = [Feature.FlowAttributes], IsByReference = true },
        _ => new Parameter(name, "in ", "string?", $"v{position}") { Attributes = "[System.Diagnostics.CodeAnalysis.DisallowNull] ", Setup = $"string v{position} = \"in\";", Features = [Feature.FlowAttributes, Feature.In], IsByReference = true },
    };

    private static Parameter Scoped(Choices choices, string name, int position) => choices.Next(3) switch
    {
        0 => new Parameter(name, "scoped ref ", "int", $"ref v{position}") { Setup = $"int v{position} = 2;", Effect = $"{name}--;", After = $"Log.Show(v{position})", Features = [Feature.Scoped], IsByReference = true },
        1 => new Parameter(name, "scoped ", "ReadOnlySpan<char>", $"v{position}") { Setup = $"ReadOnlySpan<char> v{position} = \"span\";", Shown = $"{name}.ToString()", Features = [Feature.Scoped, Feature.Span], IsByReference = true, IsOnStack = true },
        _ => new Parameter(name, "scoped in ", "DateTime", "default") { Features = [Feature.Scoped, Feature.In], IsByReference = true },
    };

    private static Parameter OnStack(Choices choices, string name, int position) => choices.Next(3) switch
    {
        0 => new Parameter(name, "", "Span<int>", $"v{position}") { Setup = $"Span<int> v{position} = new int[2];", Effect = $"{name}[0]++;", Shown = $"Log.Show({name}.Length)", After = $"Log.Show(v{position}[0])", Features = [Feature.Span], IsByReference = true, IsOnStack = true },
        1 => new Parameter(name, "", "Support.Window", $"v{position}") { Setup = $"var v{position} = new Support.Window(new int[3]);", Effect = $"{name}.Items[0] = 4;", Shown = $"Log.Show({name}.Items.Length)", After = $"Log.Show(v{position}.Items[0])", Features = [Feature.RefStruct], IsByReference = true, IsOnStack = true },
        _ => new Parameter(name, "ref ", "Support.Window", $"ref v{position}") { Setup = $"var v{position} = new Support.Window(new int[3]);", Effect = $"{name}.Reads++;", Shown = $"Log.Show({name}.Items.Length)", After = $"Log.Show(v{position}.Reads)", Features = [Feature.RefStruct, Feature.Ref], IsByReference = true, IsOnStack = true },
    };

    private static Parameter Pointer(Choices choices, string name, int position) => choices.Next(2) == 0
        ? new Parameter(name, "", "int*", $"&v{position}") { Setup = $"int v{position} = 1;", Effect = $"*{name} += 2;", Shown = $"Log.Show(*{name})", After = $"Log.Show(v{position})", Features = [Feature.Pointer], IsByReference = true, IsOnStack = true, IsPointer = true }
        : new Parameter(name, "", "delegate*<int, int>", "&Program.Twice") { Shown = $"Log.Show({name}(4))", Features = [Feature.Pointer], IsByReference = true, IsOnStack = true, IsPointer = true };
}
