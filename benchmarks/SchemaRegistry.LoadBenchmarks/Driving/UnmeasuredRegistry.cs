using System.Diagnostics;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>The registry without any generated measurement, built beside the other.</summary>
internal static class UnmeasuredRegistry
{
    /// <returns>Its assembly.</returns>
    public static async Task<string> BuildAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Generator.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("This program does not run within the repository.");
        }

        var built = Path.Combine(root.FullName, "artifacts", "unmeasured");
        string[] arguments =
            ["build", Path.Combine(root.FullName, "src", "SchemaRegistry.Api"), "-c", "Release", "-v", "q", "--nologo", "-p:InstrumentationEnabled=false", $"-p:ArtifactsPath={built}"];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await build.WaitForExitAsync();
        return build.ExitCode == 0
            ? Path.Combine(built, "bin", "SchemaRegistry.Api", "release", "SchemaRegistry.Api.dll")
            : throw new InvalidOperationException("The registry that measures nothing could not be built.");
    }
}
