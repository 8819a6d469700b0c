using System.Globalization;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the users' expressions: in place where they cannot fail, otherwise as functions that let no exception out.</summary>
internal static class ExpressionEmitter
{
    public static string ValueType(InstrumentTarget instrument) => instrument.Kind is InstrumentKind.Counter or InstrumentKind.UpDownCounter && !instrument.IsFractional ? "long" : "double";

    /// <summary>The index of a tag's value.</summary>
    public static string TagIndex(MethodTarget method, TagTarget tag) =>
        NeedsFunction(method, tag.Source!) ? Invoke(method, FunctionName(tag.Identifier, "Tag"), tag.Source!) : IndexOf(method, tag);

    /// <summary>The value that a counter or histogram takes.</summary>
    public static string Value(MethodTarget method, InstrumentTarget instrument) =>
        NeedsFunction(method, instrument.Value!) ? Invoke(method, FunctionName(instrument.Identifier, "Value"), instrument.Value!) : instrument.Value!.Code;

    public static string SpanValue(MethodTarget method, SpanTagTarget tag, ExpressionModel source) =>
        NeedsFunction(method, source) ? Invoke(method, FunctionName(tag.Identifier, "SpanTag"), source) : source.Code;

    /// <summary>A condition of the outcome.</summary>
    public static string Condition(MethodTarget method, ExpressionModel condition, string function) =>
        NeedsFunction(method, condition) ? Invoke(method, function, condition) : CSharpText.Operand(condition.Code);

    public static void WriteFunctions(SourceWriter writer, MethodTarget method)
    {
        foreach (var tag in method.Tags.Where(tag => tag.Source is not null && IsEvaluated(method, tag.IsHandedOver)))
        {
            WriteFunction(writer, method, "int", FunctionName(tag.Identifier, "Tag"), tag.Source!, IndexOf(method, tag), tag.OtherIndex.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var instrument in method.Instruments.Where(static instrument => instrument.Value is not null))
        {
            var missing = MissingValue.Of(instrument.Kind, instrument.IsFractional);
            WriteFunction(writer, method, ValueType(instrument), FunctionName(instrument.Identifier, "Value"), instrument.Value!, instrument.Value!.Code, missing);
        }

        foreach (var tag in method.SpanTags.Where(tag => method.SpanName is not null && tag.Source is not null && IsEvaluated(method, tag.IsHandedOver)))
        {
            WriteFunction(writer, method, "object", FunctionName(tag.Identifier, "SpanTag"), tag.Source!, tag.Source!.Code, "null");
        }

        OutcomeEmitter.WriteConditions(writer, method);
    }

    /// <summary>Writes the function of an expression, where it needs one.</summary>
    // static int FormatTagOf(NewSchema schema) { try { return …; } catch (Exception failure) { …; return other; } }
    public static void WriteFunction(SourceWriter writer, MethodTarget method, string type, string name, ExpressionModel source, string expression, string otherwise)
    {
        if (!NeedsFunction(method, source))
        {
            return;
        }

        var failure = SignatureText.Free(method, "failure");
        var parameters = source.Inputs.Select(static input => $"{input.Type} {input.Name}")
            .Concat(source.UsesResult ? [$"{method.Signature.ResultType} {method.ResultName}"] : []);
        writer.Line();
        writer.Open($"{(method.InstrumentsHolder is null && !method.IsRecordedInline ? "private static" : "static")} {type} {name}({string.Join(", ", parameters)})");
        if (source.CanThrow)
        {
            writer.Open("try");
            writer.Line($"return {expression};");
            writer.Close();
            writer.Open($"catch (global::System.Exception {failure})");
            writer.Line($"global::Instrumentation.Weaving.CallScope.ExpressionFailed({failure});");
            writer.Line($"return {otherwise};");
            writer.Close();
        }
        else
        {
            writer.Line($"return {expression};");
        }

        writer.Close();
    }

    // What is handed over is evaluated in the wrapper, whose instruments are elsewhere.
    private static bool IsEvaluated(MethodTarget method, bool isHandedOver) => !isHandedOver || method.InstrumentsHolder is not null;

    // A switch expression with one arm per value: no value is formatted and none is boxed. Where the values' numbers are the indexes there is nothing to branch on.
    private static string IndexOf(MethodTarget method, TagTarget tag)
    {
        var code = tag.Source!.Code;
        if (tag.IsBounded)
        {
            return $"{MemberNames.Qualified(method, MemberNames.TagField(method, tag))}.IndexOf({code})";
        }

        // 'unknown' has the index that follows the members': a number that is none of theirs must not come to it.
        if (tag is { IsNumbered: true, IsHandedOver: true })
        {
            var known = SignatureText.Free(method, "known");
            return $"unchecked((uint){CSharpText.Operand(code)}) switch {{ < {tag.UnknownIndex.ToString(CultureInfo.InvariantCulture)}u and var {known} => (int){known}, _ => {tag.OtherIndex.ToString(CultureInfo.InvariantCulture)} }}";
        }

        if (tag.IsNumbered)
        {
            return $"(int)global::System.Math.Min(unchecked((uint){CSharpText.Operand(code)}), {tag.OtherIndex.ToString(CultureInfo.InvariantCulture)}u)";
        }

        var arms = tag.Arms.Select(static arm => $"{arm.Pattern} => {arm.Index.ToString(CultureInfo.InvariantCulture)}").ToList();
        if (!tag.Arms.Any(static arm => arm.Pattern == "true"))
        {
            arms.Add($"_ => {tag.OtherIndex.ToString(CultureInfo.InvariantCulture)}");
        }

        return $"{CSharpText.Operand(code)} switch {{ {string.Join(", ", arms)} }}";
    }

    // What may throw must not reach the caller; and what reads arguments later needs them under their names.
    private static bool NeedsFunction(MethodTarget method, ExpressionModel source) =>
        source.CanThrow || (CallInputs.IsLate(method, source) && source.Inputs.Count > 0);

    private static string Invoke(MethodTarget method, string function, ExpressionModel source)
    {
        var arguments = source.Inputs.Select(input => input.Passed(CallInputs.IsLate(method, source) ? MemberNames.Input(method, input) : input.Name))
            .Concat(source.UsesResult ? [method.ResultName] : []);
        return $"{function}({string.Join(", ", arguments)})";
    }

    private static string FunctionName(string identifier, string kind) => identifier + kind + "Of";
}
