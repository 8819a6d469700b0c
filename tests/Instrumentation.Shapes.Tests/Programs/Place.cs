namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>Where a random method is declared.</summary>
internal enum Place
{
    Class, Static, Struct, RecordClass, RecordStruct, Nested, GenericClass, NestedInGeneric, StaticInGeneric, PrimaryConstructor, Extension,
    InterfaceAnnotated, DefaultMember, Decorated, DecoratedExplicitly, DecoratedGeneric, DecoratedGenericExplicitly,
    Virtual, Abstract, BaseCall, Private, PrivateStatic, PrivateInStruct, Protected, StaticAbstract, FileLocal, DecoratedGenericClass, InternalNested,
    AtDefinition, AtDefinitionStatic, AtDefinitionInStruct, AtDefinitionOverInPlace, InPlace, InPlaceStatic, InPlacePrivate,
}
