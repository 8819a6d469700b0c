namespace SchemaRegistry.Api.V1;

/// <summary>Body of a change; what is missing stays.</summary>
internal sealed record ChangeRequest(
    string? State, string? Description, IReadOnlyList<string>? Tags, IReadOnlyDictionary<string, string>? Metadata)
{
    /// <summary>The names of what changes beside the state, each after a comma.</summary>
    public string Others() => string.Concat(
        new[] { (Description as object, ", description"), (Tags, ", tags"), (Metadata, ", metadata") }.Where(static part => part.Item1 is not null).Select(static part => part.Item2));
}
