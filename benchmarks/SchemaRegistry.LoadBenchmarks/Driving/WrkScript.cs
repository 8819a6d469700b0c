namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>A Lua script for <c>wrk</c>, in a file while it is needed.</summary>
internal sealed class WrkScript : IDisposable
{
    public WrkScript(string lua)
    {
        File = Path.GetTempFileName();
        System.IO.File.WriteAllText(File, lua);
    }

    public string File { get; }

    public void Dispose() => System.IO.File.Delete(File);
}
