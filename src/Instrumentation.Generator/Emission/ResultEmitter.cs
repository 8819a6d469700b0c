using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes what the result of a call that returned says: tags, values, and whether the call failed nevertheless.</summary>
internal static class ResultEmitter
{
    /// <summary>Name of the local that says whether the call has returned, where its outcome no longer does.</summary>
    public static string IsCompleted(MethodTarget method) => SignatureText.Free(method, "isCompleted");

    /// <summary>Whether anything reads the result.</summary>
    public static bool Reads(MethodTarget method) => Expressions(method).Any(static expression => expression is { UsesResult: true });

    // if (outcome == CallOutcome.Success)
    // {
    //     _verdictTag = result.Verdict switch { … };
    //     outcome = !result.Accepted ? CallOutcome.Failure : CallOutcome.Success;
    // }
    public static void Write(SourceWriter writer, MethodTarget method)
    {
        if (RecordEmitter.KnowsCompletion(method))
        {
            writer.Line($"var {IsCompleted(method)} = {MemberNames.Outcome(method)} == {OutcomeEmitter.Outcome}.Success;");
        }

        if (!Reads(method) && !method.Outcomes.HasConditions)
        {
            return;
        }

        writer.Open($"if ({MemberNames.Outcome(method)} == {OutcomeEmitter.Outcome}.Success)");
        WriteReturned(writer, method);
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the same for a call that has returned.</summary>
    public static void WriteReturned(SourceWriter writer, MethodTarget method)
    {
        foreach (var tag in method.Tags.Where(static tag => tag.Source is { UsesResult: true }))
        {
            writer.Line($"{MemberNames.TagIndex(method, tag)} = {ExpressionEmitter.TagIndex(method, tag)};");
        }

        foreach (var instrument in method.Instruments.Where(static instrument => instrument.Value is { UsesResult: true }))
        {
            writer.Line($"{MemberNames.Value(method, instrument)} = {ExpressionEmitter.Value(method, instrument)};");
        }

        SpanTagEmitter.WriteAtEnd(writer, method);
        if (method.Outcomes.HasConditions)
        {
            writer.Line($"{MemberNames.Outcome(method)} = {OutcomeEmitter.OfReturned(method)};");
        }
    }

    private static IEnumerable<ExpressionModel?> Expressions(MethodTarget method) =>
        method.Tags.Select(static tag => tag.Source)
            .Concat(method.Instruments.Select(static instrument => instrument.Value))
            .Concat(method.SpanName is null ? [] : method.SpanTags.Select(static tag => tag.Source))
            .Concat(method.Outcomes.Failures)
            .Concat(method.Outcomes.Rejections);
}
