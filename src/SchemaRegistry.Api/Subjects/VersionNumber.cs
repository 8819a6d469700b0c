namespace SchemaRegistry.Api.Subjects;

/// <summary>The number of a version, and whether it is deleted.</summary>
internal readonly record struct VersionNumber(int Number, bool IsDeleted);
