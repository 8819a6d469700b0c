namespace SchemaRegistry.Api.Schemas.Compatibility;

/// <summary>One reason why a schema cannot follow a version.</summary>
/// <param name="Version">The version that it breaks with.</param>
/// <param name="Type">The kind of change by its usual name.</param>
/// <param name="Path">Where in the schema.</param>
/// <param name="Reason">What is wrong, in words.</param>
/// <param name="Detail">What exactly, as the name of a field; empty where the path says it.</param>
internal sealed record Violation(SchemaVersion Version, string Type, string Path, string Reason, string Detail)
{
    /// <summary>In the form of the Confluent server.</summary>
    public override string ToString() => Detail.Length == 0
        ? $"{{errorType:'{Type}', description:'{Reason}'}}"
        : $"{{errorType:'{Type}', description:'{Reason}', additionalInfo:'{Detail}'}}";
}
