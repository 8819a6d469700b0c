namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>A version that was registered.</summary>
internal sealed class CrashLedgerEntry(int id, string text)
{
    public int Id { get; } = id;

    public string Text { get; } = text;

    /// <summary>How it is at least: that was acknowledged.</summary>
    public CrashState AtLeast { get; set; }

    /// <summary>How it is at most: that was asked for.</summary>
    public CrashState AtMost { get; set; }
}
