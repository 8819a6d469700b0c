namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>What the samples must contain; each in at least one of a hundred.</summary>
internal enum Feature
{
    Ref, In, Out, RefReadonly, Scoped, ParamsArray, ParamsSpan, ParamsCollection,
    Optional, OptionalEnum, OptionalDecimal, OptionalNullable, CallerInfo, Generic, Constraints, AllowsRefStruct,
    RefReturn, SpanReturn, NullableAttributes, FlowAttributes, RefStruct, Span, Pointer, PointerReturn, KeywordName, UnluckyName,
    Static, Instance, Struct, Record, Nested, GenericContainer, ExplicitImplementation, DefaultInterfaceMember, InterfaceAnnotated, Decorator,
    GenericInterface, StaticAbstract, FileLocal, Overload, Private, Protected, Virtual, Abstract, PrimaryConstructor,
    ReturnsVoid, ReturnsValue, ReturnsDynamic, ReturnsTask, ReturnsTaskOfResult, ReturnsValueTask, ReturnsValueTaskOfResult,
    Iterator, AsyncIterator, Pending, Throws, ThrowsLate, Cancels,
    Tag, TagOnResult, TagExpression, TagBounded, SpanTag, MetricValue, When,
    Ordinary, NamedArguments, OmittedOptionals, ConditionalAccess, ConditionalAccessOnNull, AsyncLambda, LocalFunction, Extension, BaseCall, MethodGroup,
    NestedCall, Query, ReadonlyReceiver, RvalueReceiver, LeftEarly, NeverEnumerated, AtDefinition, InPlace,
}
