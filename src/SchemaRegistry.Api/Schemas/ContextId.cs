namespace SchemaRegistry.Api.Schemas;

/// <summary>An id and the context in which it is one; there is only the default context.</summary>
internal sealed record ContextId(string Context, int Id)
{
    public const string Default = ".";

    /// <summary>How subjects start whose name says a context: <c>:.name:subject</c>.</summary>
    public const string QualifiedPrefix = ":.";

    /// <summary>The context that a subject's name says.</summary>
    public static string Of(string subject) =>
        subject.StartsWith(QualifiedPrefix, StringComparison.Ordinal) && subject.IndexOf(':', QualifiedPrefix.Length) is > 0 and var end ? subject[1..end] : Default;
}
