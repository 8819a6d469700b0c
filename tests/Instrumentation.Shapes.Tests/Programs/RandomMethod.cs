namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>A random method: its signature, its attributes and its body.</summary>
internal sealed class RandomMethod
{
    private static readonly string[] s_names = ["Load", "Run", "Complete", "Fail", "Record", "@event", "run", "Begin", "Load_Call", "Track", "@record"];

    private readonly string _metric;

    public RandomMethod(Choices choices, string metric)
    {
        _metric = metric;
        Name = choices.Chance(30) ? choices.Of(s_names) : "Load";
        Generic = choices.Chance(25) ? choices.Of(TypeParameter.All) : null;
        Result = Results.Make(choices, Generic is { AllowsRefStruct: false } ? "T" : null);
        Parameters = Parameterize(choices).ToList();
        if (!Result.HasStateMachine && choices.Chance(15))
        {
            Ending = Ending.Throws;
        }
        else if (choices.Chance(15))
        {
            Ending = choices.Of([Ending.Throws, Ending.Cancels, Ending.TimesOut]);
            IsLate = Result.HasStateMachine && choices.Chance(50);
        }

        Attributes = Annotate(choices);
        if (Generic is not null)
        {
            Features.Add(Feature.Generic);
            Features.UnionWith(Generic.AllowsRefStruct ? [Feature.AllowsRefStruct, Feature.Constraints] : Generic.Constraint.Length > 0 ? [Feature.Constraints] : []);
        }

        Features.UnionWith(Result.Features);
        Features.UnionWith(Parameters.SelectMany(static parameter => parameter.Features));
        Features.UnionWith(Ending switch
        {
            Ending.Returns => [],
            Ending.Cancels => [Feature.Cancels],
            _ => IsLate ? [Feature.ThrowsLate, Feature.Throws] : [Feature.Throws],
        });
    }

    public string Name { get; }

    public TypeParameter? Generic { get; }

    public Result Result { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    public Ending Ending { get; }

    public bool IsLate { get; }

    public string Attributes { get; }

    public HashSet<Feature> Features { get; } = [];

    /// <summary>The endings with which each metric is recorded.</summary>
    public Dictionary<string, Ending[]> Recorded { get; } = new(StringComparer.Ordinal);

    public bool IsUnsafe => Result.Kind == ResultKind.Pointer || Parameters.Any(static parameter => parameter.IsPointer);

    public bool IsOnStack => Result.Kind is ResultKind.OnStack or ResultKind.Reference or ResultKind.Pointer || Parameters.Any(static parameter => parameter.IsOnStack);

    public string TypeParameters => Generic is null ? string.Empty : "<T>";

    public string ReturnType => WithoutAsync.Replace("{T}", "T", StringComparison.Ordinal);

    private string WithoutAsync => IsAsync ? Result.Type["async ".Length..] : Result.Type;

    private bool IsAsync => Result.Type.StartsWith("async ", StringComparison.Ordinal);

    /// <summary>The declaration up to the body, without a body's modifiers.</summary>
    public string Header(string name, bool plain, string first = "") =>
        $"{ReturnType} {name}{TypeParameters}({string.Join(", ", Parameters.Select(parameter => parameter.Declaration(plain).Replace("{T}", "T", StringComparison.Ordinal)).Prepend(first).Where(static text => text.Length > 0))}){Where(plain)}";

    /// <summary>The declaration of the method that has the body of one that is woven at its definition.</summary>
    public string CoreHeader =>
        $"{ReturnType} {Name.TrimStart('@')}Core{TypeParameters}({string.Join(", ", Parameters.Select(static parameter => parameter.OfCore.Replace("{T}", "T", StringComparison.Ordinal)))}){Where(plain: false)}";

    /// <summary>Whether the builder of its state machine can record it: nothing but its tags reads arguments, and those one at a time.</summary>
    public bool CanBeInPlace => IsAsync && !Features.Overlaps([Feature.MetricValue, Feature.CallerInfo]);

    /// <summary>Modifiers that only a body has.</summary>
    public string BodyModifiers => (IsUnsafe ? "unsafe " : string.Empty) + (IsAsync || Result.Kind == ResultKind.AsyncSequence ? "async " : string.Empty);

    public string Body(string more = "")
    {
        var shown = string.Join(" + \",\" + ", Parameters.Select(parameter => Generic is { AllowsRefStruct: true } && parameter.Type == "T" ? "\"T\"" : parameter.Shown).Prepend("\"in \""));
        var effects = string.Concat(Parameters.Select(static parameter => parameter.Effect + " "));
        var late = IsAsync || Result.Kind == ResultKind.AsyncSequence ? "await Task.Yield(); " : string.Empty;
        return $"{{ Log.Add({shown}); {more}{effects}{(IsLate ? late : string.Empty)}{Throw()}{(IsLate ? string.Empty : late)}{Return()} }}";
    }

    private string Where(bool plain)
    {
        if (Generic is null || (plain && Generic.AllowsRefStruct))
        {
            return string.Empty;
        }

        var constraint = (plain ? Generic.Repeated : Generic.Constraint).Replace("{T}", "T", StringComparison.Ordinal);
        return constraint.Length == 0 ? string.Empty : " where T : " + constraint;
    }

    private string Throw() => Ending switch
    {
        Ending.Throws => "if (Log.Text.Length > 0) throw new InvalidOperationException(\"thrown\"); ",
        Ending.Cancels => "if (Log.Text.Length > 0) throw new OperationCanceledException(\"cancelled\"); ",
        Ending.TimesOut => "if (Log.Text.Length > 0) throw new TimeoutException(\"timeout\"); ",
        _ => string.Empty,
    };

    private string Return()
    {
        var value = Result.Value.Replace("{T}", "T", StringComparison.Ordinal);
        return Result.Kind is ResultKind.Sequence or ResultKind.AsyncSequence ? $"yield return {value}; Log.Add(\"between\"); yield return {value}; Log.Add(\"end\");"
            : value.Length == 0 ? string.Empty
            : $"return {value};";
    }

    private IEnumerable<Parameter> Parameterize(Choices choices)
    {
        var byReference = !Result.HasStateMachine;
        var count = choices.Next(4);
        string? first = null;
        for (var i = 0; i < count; i++)
        {
            var parameter = Programs.Parameters.Make(choices, i, byReference && (!Result.IsAwaited || i < 2), Generic is null || (Generic.AllowsRefStruct && !byReference) ? null : "T");
            if (parameter is { IsPointer: true } && Result.IsAwaited)
            {
                parameter = Programs.Parameters.Optional(choices, i) with { Default = string.Empty };
            }

            first ??= parameter.Name;
            yield return parameter with { Argument = parameter.Argument.Replace("{T}", Generic is null ? "" : $"Log.Arg<{Generic.Argument}>(\"{parameter.Name}\", {Generic.Value})", StringComparison.Ordinal) };
        }

        for (var i = choices.Next(3); i > 0; i--)
        {
            var optional = Programs.Parameters.Optional(choices, count + i);
            var isStop = i == 1 && Result.Kind == ResultKind.AsyncSequence && optional.Type == "CancellationToken";
            yield return isStop ? optional with { Attributes = "[System.Runtime.CompilerServices.EnumeratorCancellation] " } : optional;
        }

        if (choices.Chance(10))
        {
            yield return Programs.Parameters.CallerInfo(choices, first);
        }

        if (choices.Chance(15))
        {
            yield return Programs.Parameters.Params(choices, byReference);
        }
    }

    private string Annotate(Choices choices)
    {
        var text = new List<string>();
        var counter = _metric + "_total";
        var when = choices.Next(4);
        text.Add($"[MetricCounter(\"{counter}\"{(when == 1 ? ", When = Outcomes.Success" : when == 2 ? ", When = Outcomes.Failure | Outcomes.Timeout" : string.Empty)})]");
        Recorded[counter] = when == 1 ? [Ending.Returns] : when == 2 ? [Ending.Throws, Ending.TimesOut] : Enum.GetValues<Ending>();
        if (when is 1 or 2)
        {
            Features.Add(Feature.When);
        }

        if (choices.Chance(40))
        {
            text.Add($"[Instrumented(\"{_metric}_seconds\"{(choices.Chance(25) ? ", OutcomeTag = \"status\"" : string.Empty)}{(choices.Chance(25) ? ", Span = false" : string.Empty)}{(choices.Chance(25) ? ", Buckets = [0.5, 1e3]" : string.Empty)})]");
            Recorded[_metric + "_seconds_count"] = Enum.GetValues<Ending>();
        }

        if (choices.Chance(20) && Parameters.FirstOrDefault(static parameter => parameter.Type is "int" or "byte" && !parameter.Modifier.Contains("out", StringComparison.Ordinal)) is { } number)
        {
            text.Add($"[MetricHistogram(\"{_metric}_size\", Value = \"{number.Name} * 0.5\")]");
            Recorded[_metric + "_size_count"] = Enum.GetValues<Ending>();
            Features.Add(Feature.MetricValue);
        }

        text.AddRange(Tags(choices));
        return string.Join(" ", text) + " ";
    }

    private IEnumerable<string> Tags(Choices choices)
    {
        if (choices.Chance(30) && Parameters.FirstOrDefault(static parameter => parameter.Tag is not null) is { } tagged)
        {
            Features.Add(Feature.Tag);
            Features.UnionWith(tagged.Tag!.StartsWith("Max", StringComparison.Ordinal) ? [Feature.TagBounded] : []);
            yield return $"[Tag(\"tagged\", From = \"{tagged.Name}\"{(tagged.Tag.Length == 0 ? string.Empty : ", " + tagged.Tag)})]";
        }

        if (choices.Chance(30) && Result.Tag is { } tag && Parameters.All(static parameter => parameter.Name != "result"))
        {
            Features.Add(Feature.TagOnResult);
            yield return $"[return: Tag(\"returned\"{(tag.Length == 0 ? string.Empty : ", " + tag)})]";
        }

        if (choices.Chance(20) && Parameters.FirstOrDefault(static parameter => parameter.Type is "int" or "string" && !parameter.Modifier.Contains("out", StringComparison.Ordinal)) is { } read)
        {
            Features.Add(Feature.TagExpression);
            yield return read.Type == "int" ? $"[Tag(\"big\", From = \"{read.Name} > 4\")]" : $"[Tag(\"long\", From = \"{read.Name}.Length > 3\")]";
        }

        if (choices.Chance(15) && Parameters.FirstOrDefault(static parameter => parameter is { IsByReference: false, IsOnStack: false } && parameter.Type != "T") is { } spanned)
        {
            Features.Add(Feature.SpanTag);
            yield return $"[SpanTag(\"seen\", From = \"{spanned.Name}\")]";
        }
    }
}
