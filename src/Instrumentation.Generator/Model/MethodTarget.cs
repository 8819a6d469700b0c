using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>An instrumented method.</summary>
/// <param name="Id">Name of its wrapper, unique in its type: <c>AddAsync</c>, <c>AddAsync2</c> for an overload.</param>
/// <param name="CallName">Name of the struct that is one call of it, or of the method that records one, which no wrapper has: <c>AddAsync_Call</c>.</param>
/// <param name="Display">The name for people: <c>SqlSchemaRepository.AddAsync</c>.</param>
/// <param name="Signature">The signature.</param>
/// <param name="SpanName">Name of the span; null where none is wanted.</param>
/// <param name="Instruments">The instruments.</param>
/// <param name="Tags">The tags.</param>
/// <param name="SpanTags">The tags of the span alone.</param>
/// <param name="InterfaceMember">The documentation id of an interface's or overridable method, whose calls the object may record itself; null for others.</param>
/// <param name="TargetName">The receiver's name in expressions and wrappers.</param>
/// <param name="ResultName">The result's name in expressions and wrappers.</param>
internal sealed record MethodTarget(
    string Id,
    string CallName,
    string Display,
    MethodSignature Signature,
    string? SpanName,
    EquatableArray<InstrumentTarget> Instruments,
    EquatableArray<TagTarget> Tags,
    EquatableArray<SpanTagTarget> SpanTags,
    string? InterfaceMember,
    string TargetName,
    string ResultName)
{
    /// <summary>The class with the instruments, where it is not the one whose code records; fully qualified.</summary>
    public string? InstrumentsHolder { get; init; }

    /// <summary>What decides a call's outcome besides its exception.</summary>
    public OutcomeTarget Outcomes { get; init; } = OutcomeTarget.ByException;

    /// <summary>Kind of the span, a member of <c>ActivityKind</c>; null for the default one.</summary>
    public string? SpanKind { get; init; }

    /// <summary>Where failures are logged; null for nowhere.</summary>
    public LogTarget? Log { get; init; }

    /// <summary>The half of the method that is generated; null where the user wrote all of it.</summary>
    public HalfTarget? Half { get; init; }

    /// <summary>The wrapper that hands over what the builder does not see; null where there is none.</summary>
    public HandOverTarget? HandOver { get; init; }

    /// <summary>The generated half of the method with the body, where that is another one and partial too; otherwise null.</summary>
    public HalfTarget? CoreHalf { get; init; }

    /// <summary>The half that names the builder of the state machine; null where no builder records.</summary>
    public HalfTarget? BuilderHalf => Half?.Kind == HalfKind.Builder ? Half : CoreHalf?.Kind == HalfKind.Builder ? CoreHalf : null;

    /// <summary>Whether the builder of its own state machine records the method.</summary>
    public bool IsInPlace => BuilderHalf is not null;

    /// <summary>Whether the call ends where its method returns: then it is recorded there, with locals, and nothing has to be kept of it.</summary>
    public bool IsRecordedInline => !IsInPlace && !Signature.IsAsync;

    /// <summary>The gauge of the calls under way; null for none.</summary>
    public InstrumentTarget? InFlight => Instruments.FirstOrDefault(static instrument => instrument.Kind == InstrumentKind.InFlight);

    /// <summary>The tag with the type of the error; null for none.</summary>
    public TagTarget? ErrorTag => Tags.FirstOrDefault(static tag => tag.IsError);

    /// <summary>Name of the accessor of a private or protected method; no call has it.</summary>
    public string AccessorName => AccessorOf(CallName);

    /// <summary>The same, before there is a model.</summary>
    public static string AccessorOf(string callName) => callName + "_Target";

    /// <summary>Name of the method that records a call which an exception left; no call has it.</summary>
    public string EndName => CallName + "_End";
}
