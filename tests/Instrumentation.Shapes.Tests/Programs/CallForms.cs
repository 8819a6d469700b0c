namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>Writes a random call of a random method, and knows how often it is recorded.</summary>
internal sealed class CallForms(Choices choices, RandomMethod method, HashSet<Feature> features, bool recordsItself)
{
    /// <summary>How many recorded calls the statements make.</summary>
    public int Recorded { get; private set; } = 1;

    /// <summary>The statements: what stands before the call, the call, and what is seen of it.</summary>
    /// <param name="receiver">What the method is called on, with its dot.</param>
    /// <param name="extension">The receiver as an argument, for an extension method called by its class; empty otherwise.</param>
    /// <param name="after">More that is seen after the call, as a statement.</param>
    /// <param name="canBeNull">Whether the receiver is a reference, and so can be asked first.</param>
    public string Statements(string receiver, string extension, string after, bool canBeNull)
    {
        var setup = string.Concat(method.Parameters.Select(static parameter => parameter.Setup + " "));
        var seen = string.Concat(method.Parameters.Where(static parameter => parameter.After.Length > 0).Select(static parameter => $"Log.Add({parameter.After}); ")) + after;
        var arguments = Arguments(extension);
        var type = method.Generic is { } generic ? $"<{generic.Argument}>" : string.Empty;
        var target = receiver + method.Name + type;
        if (method.Result is { Kind: ResultKind.Void } or { IsPlain: true, Type: not ("dynamic" or "{T}?") } && canBeNull && choices.Chance(25))
        {
            return setup + Conditional(receiver.TrimEnd('.'), $"{method.Name}{type}({arguments});");
        }

        if (!method.IsUnsafe && extension.Length == 0 && !features.Overlaps([Feature.Overload, Feature.FlowAttributes]) && !method.Parameters.Any(static parameter => parameter.IsParams) && choices.Chance(5))
        {
            features.Add(Feature.MethodGroup);

            // A delegate of a decorator is the decorator's.
            Recorded = recordsItself || features.Contains(Feature.Decorator) ? 1 : 0;
            return $"{setup}var group = {target}; {Use($"group({Positional()})", seen)}";
        }

        if (method.Result.IsPlain && !features.Contains(Feature.FlowAttributes) && Nested() is { } nested && choices.Chance(80))
        {
            features.Add(Feature.NestedCall);

            // A dynamic argument would leave the outer call to the run-time binder, where no weave reaches it.
            var inner = (method.Result.Type == "dynamic" ? "(object)" : string.Empty) + $"{target}({arguments})";
            var argument = nested.Type == method.Result.Type ? inner : $"Log.Show({inner}).Length";
            return $"{setup}Log.Add(Log.Show({target}({arguments.Replace(nested.Argument, argument, StringComparison.Ordinal)}))); {Twice()}{seen}";
        }

        if (method.Result is { IsPlain: true, Type: "int" } && !method.IsOnStack && !features.Contains(Feature.FlowAttributes) && choices.Chance(50))
        {
            features.Add(Feature.Query);
            return $"{setup}var all = (from one in new[] {{ 1, 2 }} select {target}({arguments})).ToList(); Log.Add(Log.Show(all)); {Twice()}{seen}";
        }

        return setup + Use($"{target}({arguments})", seen);
    }

    /// <summary>The statements inside a function, or as they are.</summary>
    public string Around(string statements)
    {
        var awaited = method.Result.IsAwaited;
        if (!method.IsUnsafe && choices.Chance(15))
        {
            features.Add(Feature.AsyncLambda);
            var pause = method.IsOnStack && awaited ? string.Empty : "await Task.Yield(); ";
            return awaited || pause.Length > 0
                ? $"Func<Task> lambda = async () => {{ {pause}{statements} }}; {(awaited ? "await lambda();" : "lambda().GetAwaiter().GetResult();")}"
                : statements;
        }

        if (choices.Chance(10))
        {
            features.Add(Feature.LocalFunction);
            return awaited ? $"static async Task Local() {{ {statements} }} await Local();" : $"static {(method.IsUnsafe ? "unsafe " : string.Empty)}void Local() {{ {statements} }} Local();";
        }

        return statements;
    }

    // A parameter that can take what the method returns, or the length of its text.
    private Parameter? Nested()
    {
        var plain = method.Parameters.Where(static parameter => parameter is { Modifier: "", Default: "" }).ToList();
        return plain.Find(parameter => parameter.Type == method.Result.Type) ?? plain.Find(static parameter => parameter.Type == "int");
    }

    private string Twice()
    {
        Recorded = method.Ending == Ending.Returns ? 2 : 1;
        return string.Empty;
    }

    private string Conditional(string receiver, string call)
    {
        var isNull = choices.Chance(50);
        features.Add(isNull ? Feature.ConditionalAccessOnNull : Feature.ConditionalAccess);
        Recorded = isNull ? 0 : 1;
        var show = method.Result.Kind == ResultKind.Void ? $"maybe?.{call}" : $"var shown = maybe?.{call} Log.Add(Log.Show(shown));";
        return $"var maybe = Log.Id({receiver}); {(isNull ? "maybe = null; " : string.Empty)}{show}";
    }

    private string Use(string call, string seen)
    {
        switch (method.Result.Kind)
        {
            case ResultKind.Void:
                return $"{call}; {seen}";
            case ResultKind.Reference:
                var modifier = method.Result.Type.StartsWith("ref readonly", StringComparison.Ordinal) ? "ref readonly var" : "ref var";
                return $"{modifier} shown = ref {call}; Support.Cells.Cell++; Log.Add(Log.Show(shown)); {seen}";
            case ResultKind.OnStack:
                return $"var shown = {call}; Log.Add({(method.Result.Type == "Support.Window" ? "Log.Show(shown.Items.Length)" : "shown.ToString()")}); {seen}";
            case ResultKind.Pointer:
                return $"var shown = {call}; Log.Add(Log.Show((long)shown)); {seen}";
            case ResultKind.Task:
                return $"var task = {call}; Log.Add(\"returned, current \" + (System.Diagnostics.Activity.Current is null)); {seen} await task;";
            case ResultKind.TaskOfResult:
                return $"var task = {call}; Log.Add(\"returned, current \" + (System.Diagnostics.Activity.Current is null)); {seen} var shown = await task; Log.Add(Log.Show(shown));";
            case ResultKind.Sequence or ResultKind.AsyncSequence:
                return Enumerate(call, method.Result.Kind == ResultKind.AsyncSequence ? "await " : string.Empty) + seen;
            default:
                return $"var shown = {call}; Log.Add(Log.Show(shown)); {seen}";
        }
    }

    private string Enumerate(string call, string awaiting)
    {
        switch (choices.Next(6))
        {
            case 5:
                features.Add(Feature.NeverEnumerated);
                Recorded = 0;
                return $"_ = {call}; {(awaiting.Length > 0 ? "await Task.Yield(); " : string.Empty)}";
            case 4:
                features.Add(Feature.LeftEarly);
                return $"{awaiting}foreach (var item in {call}) {{ Log.Add(Log.Show(item)); break; }} ";
            default:
                return $"{awaiting}foreach (var item in {call}) {{ Log.Add(Log.Show(item)); }} ";
        }
    }

    private string Arguments(string extension)
    {
        var optional = method.Parameters.Where(static parameter => parameter.Default.Length > 0).ToList();
        var given = method.Parameters.Where(static parameter => parameter.Argument.Length > 0).ToList();
        switch (choices.Next(5))
        {
            case 3 when given.Count > 1 && !given.Any(static parameter => parameter.IsParams):
                features.Add(Feature.NamedArguments);
                given.Reverse();
                return string.Join(", ", given.Select(static parameter => $"{parameter.Name}: {parameter.Argument}").Prepend(extension.Length == 0 ? string.Empty : extension).Where(static text => text.Length > 0));
            case 1 or 2 or 4 when optional.Count > 0:
                features.Add(Feature.OmittedOptionals);
                return Join(extension, given.Where(static parameter => parameter is { Default.Length: 0, IsParams: false }));
            default:
                features.Add(Feature.Ordinary);
                
                // What follows an argument that is left out cannot be given by position.
                return Join(extension, given.Where(parameter => !parameter.IsParams || optional.TrueForAll(static one => one.Argument.Length > 0)));
        }
    }

    private string Positional() => Join(string.Empty, method.Parameters.TakeWhile(static parameter => parameter.Argument.Length > 0));

    private static string Join(string extension, IEnumerable<Parameter> parameters) =>
        string.Join(", ", parameters.Select(static parameter => parameter.Argument).Prepend(extension).Where(static text => text.Length > 0));
}
