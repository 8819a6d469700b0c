namespace SchemaRegistry.Api.V1;

/// <summary>How far a version has come. What is registered through the Confluent API is active.</summary>
internal enum LifecycleState
{
    /// <summary>Registered, but not meant for use yet.</summary>
    Draft,

    /// <summary>In use.</summary>
    Active,

    /// <summary>In use, but nothing new should build on it.</summary>
    Deprecated,

    /// <summary>Kept for the record; the end.</summary>
    Archived,
}
