using System.Diagnostics;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>A file system of a few megabytes, mounted on a folder as long as this lives.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder)
    {
        _folder = folder;
        Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder);
    }

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Whether this user may mount one here.</summary>
    public static bool IsPermitted { get; } = TryMount();

    /// <summary>Writes until no byte is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    // Lazily: whatever still has a file of it open.
    public void Dispose() => Run("umount", "-l", _folder);

    private static bool TryMount()
    {
        using var folder = new TemporaryFolder();
        try
        {
            using var disk = new SmallDisk(folder.Path);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(process.StandardError.ReadToEnd());
        }
    }
}
