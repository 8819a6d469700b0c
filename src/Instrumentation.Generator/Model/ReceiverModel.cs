namespace Instrumentation.Generator.Model;

/// <summary>What a call is made on.</summary>
/// <param name="Type">The containing type, fully qualified, with its type parameters.</param>
/// <param name="Name">The name of the wrapper's first parameter; null for a static method.</param>
/// <param name="ByReference">Whether it is passed by reference, as structs are.</param>
internal sealed record ReceiverModel(string Type, string? Name, bool ByReference)
{
    public string Expression => Name ?? Type;
}
