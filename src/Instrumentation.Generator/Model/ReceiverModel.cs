namespace Instrumentation.Generator.Model;

/// <summary>What a call is made on.</summary>
/// <param name="Type">The containing type, fully qualified, with its type parameters.</param>
/// <param name="Name">The name of the wrapper's first parameter; null for a static method.</param>
/// <param name="ByReference">Whether it is passed by reference, as structs are.</param>
/// <param name="IsReadOnly">Whether the method is a struct's that does not change it; its interceptor must say so too.</param>
internal sealed record ReceiverModel(string Type, string? Name, bool ByReference, bool IsReadOnly)
{
    public string Modifier => !ByReference ? string.Empty : IsReadOnly ? "in " : "ref ";

    public string Expression => Name ?? Type;
}
