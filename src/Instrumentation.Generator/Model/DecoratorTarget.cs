using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>The decorator of a class.</summary>
/// <param name="Name">Name of the decorator: <c>InstrumentedSqlSchemaRepository</c>.</param>
/// <param name="Implementation">The decorated class, fully qualified.</param>
/// <param name="Interfaces">Its interfaces, fully qualified.</param>
/// <param name="Services">Those that it can be registered as.</param>
/// <param name="Members">The members of the interfaces.</param>
/// <param name="OwnedMembers">The documentation ids of the interface members that are instrumented themselves and that the decorator records.</param>
internal sealed record DecoratorTarget(
    string Name,
    string Implementation,
    EquatableArray<string> Interfaces,
    EquatableArray<string> Services,
    EquatableArray<DecoratorMember> Members,
    EquatableArray<string> OwnedMembers);
