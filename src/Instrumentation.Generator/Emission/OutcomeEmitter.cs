using System.Globalization;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes how a call's outcome and the type of its error are told.</summary>
internal static class OutcomeEmitter
{
    public const string Outcome = "global::Instrumentation.Weaving.CallOutcome";

    /// <summary>Name of the local with the index of the error's type.</summary>
    public static string ErrorType(MethodTarget method) => SignatureText.Free(method, "errorType");

    /// <summary>The outcome of a call that returned: rejected, failed or a success.</summary>
    public static string OfReturned(MethodTarget method)
    {
        var rejected = Any(method, method.Outcomes.Rejections, "IsRejection");
        var failed = Any(method, method.Outcomes.Failures, "IsFailure");
        return (rejected is null ? string.Empty : $"{rejected} ? {Outcome}.Rejected : ")
            + (failed is null ? string.Empty : $"{failed} ? {Outcome}.Failure : ")
            + $"{Outcome}.Success";
    }

    /// <summary>The outcome of a call that ended with an exception; null where it is what the exception says.</summary>
    public static string? OfFailed(MethodTarget method) => method.Outcomes.RejectedBy.Count == 0
        ? null
        : $"{MemberNames.Exception(method)} is {string.Join(" or ", method.Outcomes.RejectedBy)} ? {Outcome}.Rejected : {MemberNames.Outcome(method)}";

    // static bool IsFailure(Registration result) { … }
    public static void WriteConditions(SourceWriter writer, MethodTarget method)
    {
        Write(method.Outcomes.Rejections, "IsRejection");
        Write(method.Outcomes.Failures, "IsFailure");

        void Write(IReadOnlyList<ExpressionModel> conditions, string name)
        {
            for (var i = 0; i < conditions.Count; i++)
            {
                ExpressionEmitter.WriteFunction(writer, method, "bool", name + Number(i), conditions[i], conditions[i].Code, "false");
            }
        }
    }

    // var errorType = outcome == Success ? 3 : exception switch { TimeoutException => 0, DbException => 1, _ => 2 };
    public static void WriteErrorType(SourceWriter writer, MethodTarget method, TagTarget tag)
    {
        var arms = tag.ErrorArms.Select(static arm => $"{arm.Pattern} => {Text(arm.Index)}").Append($"_ => {Text(tag.Count - 2)}");
        writer.Line($"var {ErrorType(method)} = {MemberNames.Outcome(method)} == {Outcome}.Success ? {Text(tag.Count - 1)} : {MemberNames.Exception(method)} switch {{ {string.Join(", ", arms)} }};");
    }

    private static string? Any(MethodTarget method, IReadOnlyList<ExpressionModel> conditions, string name) => conditions.Count == 0
        ? null
        : string.Join(" || ", conditions.Select((condition, i) => ExpressionEmitter.Condition(method, condition, name + Number(i))));

    private static string Number(int index) => index == 0 ? string.Empty : Text(index + 1);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
