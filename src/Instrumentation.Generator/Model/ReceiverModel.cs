namespace Instrumentation.Generator.Model;

/// <summary>What a call is made on.</summary>
/// <param name="Type">The containing type, fully qualified, with its type parameters.</param>
/// <param name="Name">The name of the wrapper's first parameter; null for a static method.</param>
/// <param name="Modifier"><c>"ref "</c> for a struct, <c>"in "</c> where the method does not change it; otherwise empty.</param>
/// <param name="IsExtension">Whether a static method can be called on its first parameter.</param>
internal sealed record ReceiverModel(string Type, string? Name, string Modifier, bool IsExtension)
{
    /// <summary>Whether nothing that the method returns can refer to it.</summary>
    public bool IsScoped { get; init; }

    public string Expression => Name ?? Type;
}
