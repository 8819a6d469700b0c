using System.Globalization;
using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes how tags that only a caller knows come to the builder of a method that is recorded in place.</summary>
/// <remarks>
/// The tags of instruments are one number, their indexes in mixed radix; those of the span, which are wanted only while somebody listens to it, are objects. A slot of the
/// thread holds both from the call to the method's first instruction, which takes them: nothing of the user's runs in between.
/// </remarks>
internal static class HandOverEmitter
{
    private const string Slot = "global::Instrumentation.Weaving.HandedTags";
    private const string Tags = "tags";
    private const string Kept = "_tags";
    private const string SpanTags = "spanTags";

    /// <summary>Whether a number is handed over, which the builder keeps until the call ends.</summary>
    public static bool HasNumber(MethodTarget method) => method.Tags.Any(static tag => tag.IsHandedOver);

    // internal static Task M(Store target, bool a)
    // {
    //     if (!M_Call.IsWanted) { return target.M(a); }
    //     long tags = a switch { … };
    //     ref var slot = ref HandedTags.Slot;
    //     var before = slot.Give(token, tags);
    //     try { return target.M(a); } finally { slot.Restore(before); }
    // }
    public static void Write(SourceWriter writer, TypeTarget type, MethodTarget method, HandOverTarget handOver)
    {
        var giving = Giving(type, method, handOver);
        var signature = handOver.Signature;
        var call = SignatureText.Call(giving);
        var (slot, before, spanTags) = (SignatureText.Free(giving, "slot"), SignatureText.Free(giving, "before"), SignatureText.Free(giving, SpanTags));
        writer.Line($"/// <summary>Calls <c>{CSharpText.Xml(method.Display)}</c>, which records itself, and hands over what only its caller knows.</summary>");
        WrapperEmitter.Annotations(writer, signature);
        writer.Open($"{(signature.IsExported ? "public" : "internal")} static {(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} {SignatureText.Name(method)}{signature.DeclaredTypeParameters}({SignatureText.WrapperParameters(signature)}){signature.Constraints}");
        writer.Open($"if (!{method.CallName}.IsWanted)");
        writer.Line($"return {call};");
        writer.Close();
        writer.Line();
        if (handOver.Initialized is { } initialized)
        {
            writer.Line($"global::System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof({initialized}).TypeHandle);");
        }

        var number = WriteNumber(writer, giving);
        if (HasObjects(giving))
        {
            writer.Line($"var {spanTags} = {Slot}.KeepSpanTags({Objects(giving)});");
        }

        writer.Line($"ref var {slot} = ref {Slot}.Slot;");
        writer.Line($"var {before} = {slot}.Give({Token(method.CallName)}, {number});");
        writer.Open("try");
        writer.Line($"return {call};");
        writer.Close();
        writer.Open("finally");
        writer.Line($"{slot}.Restore({before});");
        if (HasObjects(giving))
        {
            writer.Line($"{Slot}.KeepSpanTags({spanTags});");
        }

        writer.Close();
        ExpressionEmitter.WriteFunctions(writer, giving);
        writer.Close();
    }

    /// <summary>Writes, in the builder's start, that it takes what was handed over.</summary>
    public static void WriteTaking(SourceWriter writer, MethodTarget method, string call)
    {
        if (HasNumber(method) || HasObjects(method))
        {
            writer.Line($"{(HasNumber(method) ? Kept : "_")} = {Slot}.Take({Token(call)}, {Unknown(method)}{(HasObjects(method) ? $", out var {SpanTags}" : string.Empty)});");
        }
    }

    /// <summary>The parameter of what starts the span: the values of its own tags.</summary>
    public static IEnumerable<string> SpanParameters(MethodTarget method) => HasObjects(method) ? [$"object[] {SpanTags}"] : [];

    /// <summary>What is passed for it.</summary>
    public static IEnumerable<string> SpanArguments(MethodTarget method) => HasObjects(method) ? [SpanTags] : [];

    /// <summary>The parameter of a call whose number was taken; empty where there is no number.</summary>
    public static IEnumerable<string> KeptParameters(MethodTarget method) => HasNumber(method) ? [$"long {Tags}"] : [];

    /// <summary>Writes what a call keeps of the number, and each tag's index as it is taken out of it.</summary>
    public static void WriteMembers(SourceWriter writer, MethodTarget method)
    {
        if (!HasNumber(method))
        {
            return;
        }

        writer.Line($"private readonly long {Kept};");
        foreach (var tag in method.Tags.Where(static tag => tag.IsHandedOver))
        {
            writer.Line($"private readonly int {MemberNames.TagIndex(method, tag)} => {Index(method, tag)};");
        }
    }

    /// <summary>Writes, in the call's constructor, that it keeps the number.</summary>
    public static void WriteKeeping(SourceWriter writer, MethodTarget method)
    {
        if (HasNumber(method))
        {
            writer.Line($"this.{Kept} = {Tags};");
        }
    }

    /// <summary>The number, where it is the index of an instrument's series but for the outcome: the instrument has these tags and no other; null where it is not.</summary>
    public static string? Series(MethodTarget method, IReadOnlyList<TagTarget> tags) =>
        method.IsInPlace && tags.Count > 0 && tags.SequenceEqual(method.Tags.Where(static tag => tag.IsHandedOver)) ? Kept : null;

    private static string Index(MethodTarget method, TagTarget tag)
    {
        var after = method.Tags.Where(static other => other.IsHandedOver).SkipWhile(other => !ReferenceEquals(other, tag)).Skip(1).Aggregate(1L, static (product, other) => product * other.Count);
        var isFirst = ReferenceEquals(method.Tags.First(static other => other.IsHandedOver), tag);
        return $"(int)({Kept}{(after == 1 ? string.Empty : $" / {Text(after)}")}{(isFirst ? string.Empty : $" % {Text(tag.Count)}")})";
    }

    /// <summary>The value of a span's tag that was handed over; null where none was.</summary>
    public static string SpanValue(MethodTarget method, SpanTagTarget tag) =>
        $"{SpanTags}?[{Text(method.SpanTags.Where(static other => other.IsHandedOver).TakeWhile(other => !ReferenceEquals(other, tag)).Count())}]";

    private static bool HasObjects(MethodTarget method) => method.SpanName is not null && method.SpanTags.Any(static tag => tag.IsHandedOver);

    // A constant to the compiler that runs the code.
    private static string Token(string call) => $"typeof({call}).TypeHandle.Value";

    // What the wrapper evaluates, with the arguments at hand.
    private static MethodTarget Giving(TypeTarget type, MethodTarget method, HandOverTarget handOver) => method with
    {
        Signature = handOver.Signature,
        InstrumentsHolder = type.Holder,
        Tags = method.Tags.Where(static tag => tag.IsHandedOver).ToEquatable(),
        SpanTags = method.SpanTags.Where(static tag => tag.IsHandedOver).ToEquatable(),
        Instruments = default,
        Outcomes = OutcomeTarget.ByException,
    };

    // long tags = …; tags = (tags * 3) + …;
    private static string WriteNumber(SourceWriter writer, MethodTarget method)
    {
        if (method.Tags.Count == 0)
        {
            return "0";
        }

        var number = SignatureText.Free(method, Tags);
        for (var i = 0; i < method.Tags.Count; i++)
        {
            var tag = method.Tags[i];
            var digit = ExpressionEmitter.TagIndex(method, tag);
            writer.Line(i == 0 ? $"long {number} = {digit};" : $"{number} = ({number} * {Text(tag.Count)}) + {CSharpText.Operand(digit)};");
        }

        return number;
    }

    private static string Objects(MethodTarget method) =>
        $"{SignatureText.Free(method, MemberNames.Source)}.HasListeners() ? new object[] {{ {string.Join(", ", method.SpanTags.Select(tag => ExpressionEmitter.SpanValue(method, tag, tag.Source!)))} }} : null";

    private static string Unknown(MethodTarget method) =>
        Text(method.Tags.Where(static tag => tag.IsHandedOver).Aggregate(0L, static (number, tag) => (number * tag.Count) + tag.UnknownIndex));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
