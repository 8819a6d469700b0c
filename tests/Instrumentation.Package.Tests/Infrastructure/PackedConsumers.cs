using System.Globalization;
using System.Reflection;

namespace Instrumentation.Package.Tests.Infrastructure;

/// <summary>
/// Packs once, copies the consumers out of the repository and builds them all in one go. A consumer that does not build fails its own test only.
/// </summary>
public sealed class PackedConsumers : IAsyncLifetime
{
    private static readonly string s_repository = Metadata("RepositoryRoot");

    private readonly string _folder = Directory.CreateTempSubdirectory("package-test-").FullName;
    private CommandResult? _build;

    /// <summary>No other run has it, so that no cache can answer for this one.</summary>
    internal string Version { get; } = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    internal string Packages => Path.Combine(_folder, "packages");

    private Dictionary<string, string> Environment => new()
    {
        ["InstrumentationPackageVersion"] = Version,
        ["NUGET_PACKAGES"] = Path.Combine(_folder, "cache"),
    };

    public async Task InitializeAsync()
    {
        Copy(Path.Combine(s_repository, "tests", "Instrumentation.Package.Tests", "Consumers"), _folder);
        Directory.CreateDirectory(Packages);
        await PackAsync("Instrumentation.Runtime");
        await PackAsync("Instrumentation.AspNetCore");
        await PackAsync("Instrumentation.OpenTelemetry");
        await PackAsync("Instrumentation.Testing");
        _build = await DotNet.RunAsync(_folder, Environment, "build", "Consumers.slnx", "-c", "Release", "-v", "q", "--nologo");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Where a consumer was built to.</summary>
    internal string Output(string consumer)
    {
        var output = Path.Combine(_folder, consumer, "bin", "Release", "net10.0");
        var said = _build!.Output.Split('\n').Where(line => line.Contains(consumer + ".csproj", StringComparison.Ordinal) || line.Contains(": error NU", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(output, consumer + ".dll")), $"{consumer} was not built:\n{string.Join('\n', said.Distinct(StringComparer.Ordinal))}");
        return output;
    }

    /// <summary>What a consumer, a console application, writes.</summary>
    internal async Task<string> RunAsync(string consumer) =>
        (await DotNet.RunAsync(_folder, Environment, Path.Combine(Output(consumer), consumer + ".dll"))).Succeeded();

    /// <summary>Builds a consumer again, or one that is not built with the others.</summary>
    internal Task<CommandResult> BuildAsync(string consumer, params string[] properties) =>
        DotNet.RunAsync(_folder, Environment, ["build", consumer, "-c", "Release", "-v", "q", "--nologo", .. properties]);

    /// <summary>Starts a consumer that is a web application.</summary>
    internal Task<WebAppProcess> StartAsync(string consumer) =>
        WebAppProcess.StartAsync(DotNet.Describe(_folder, Environment, Path.Combine(Output(consumer), consumer + ".dll"), "--urls", "http://127.0.0.1:0"));

    // The test project's build has built it, in the same configuration.
    private async Task PackAsync(string project)
    {
        var configuration = typeof(PackedConsumers).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var result = await DotNet.RunAsync(
            s_repository,
            new Dictionary<string, string>(),
            ["pack", Path.Combine("src", project), "--no-build", "-c", configuration, "-o", Packages, "-v", "q", "--nologo", $"-p:PackageVersion={Version}"]);
        result.Succeeded();
    }

    private static string Metadata(string key) =>
        typeof(PackedConsumers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);

            // An editor that opened a consumer in place leaves these.
            if (relative.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "artifacts"]).Any())
            {
                continue;
            }

            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
