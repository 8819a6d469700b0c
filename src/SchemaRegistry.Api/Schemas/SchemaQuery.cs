using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

/// <summary>Which versions are listed, by subject and number.</summary>
/// <param name="Page">Which of them are on the page.</param>
internal sealed record SchemaQuery(Page Page)
{
    /// <summary>What their subjects start with.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>Whether only the latest of each subject.</summary>
    public bool LatestOnly { get; init; }

    public DeletedVersions Deleted { get; init; }

    /// <summary>Only those with a rule of this type; none for all.</summary>
    public string? RuleType { get; init; }
}
