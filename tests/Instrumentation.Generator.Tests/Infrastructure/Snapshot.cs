using System.Runtime.CompilerServices;

namespace Instrumentation.Generator.Tests.Infrastructure;

/// <summary>
/// Compares text with <c>Snapshots/{Class}.{Test}.verified.txt</c>; on a difference it writes the <c>.received.txt</c> next to it and fails.
/// The names are Verify's, so that Verify can replace this.
/// </summary>
internal static class Snapshot
{
    public static void Match(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var verified = stem + ".verified.txt";
        var received = stem + ".received.txt";
        actual = actual.ReplaceLineEndings("\n");
        if (File.Exists(verified) && string.Equals(File.ReadAllText(verified).ReplaceLineEndings("\n"), actual, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"Snapshot differs: diff {received} {verified}");
    }
}
