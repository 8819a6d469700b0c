namespace SchemaRegistry.Api.Subjects;

/// <summary>What subjects in a list start with.</summary>
internal static class SubjectPrefix
{
    // What the Confluent server sends when a client asks for no prefix: all contexts, of which there is one.
    private const string AllContexts = ":*:";

    public static string Of(string? requested) => requested?.StartsWith(AllContexts, StringComparison.Ordinal) == true
        ? requested[AllContexts.Length..]
        : requested ?? string.Empty;
}
