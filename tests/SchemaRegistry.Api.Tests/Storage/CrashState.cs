namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>How far the deletion of a version has come.</summary>
internal enum CrashState
{
    Live,
    Deleted,
    Gone,
}
