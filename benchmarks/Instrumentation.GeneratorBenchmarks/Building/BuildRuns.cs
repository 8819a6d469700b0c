using System.Diagnostics;
using Instrumentation.GeneratorBenchmarks.Driving;
using Instrumentation.GeneratorBenchmarks.Synthetic;

namespace Instrumentation.GeneratorBenchmarks.Building;

/// <summary>Builds the synthetic program on disk by <c>dotnet build</c>, with and without the generator and the rules, in turn.</summary>
internal static class BuildRuns
{
    private const int Pairs = 5;

    public static BuildFigures Measure(IReadOnlyList<SourceFile> program)
    {
        var folder = Directory.CreateTempSubdirectory("generator-benchmark-").FullName;
        try
        {
            Write(folder, program);
            Dotnet(folder, "restore", "--nologo");
            var without = new List<double>();
            var with = new List<double>();
            for (var pair = 0; pair <= Pairs; pair++)
            {
                var plain = Build(folder, isGenerated: false);
                var generated = Build(folder, isGenerated: true);
                if (pair > 0)
                {
                    // The first pair starts the compiler server.
                    without.Add(plain);
                    with.Add(generated);
                }
            }

            return new BuildFigures(DriverRuns.Median(without), DriverRuns.Median(with), Size(folder, isGenerated: false), Size(folder, isGenerated: true));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, IReadOnlyList<SourceFile> program)
    {
        foreach (var file in program)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        // Nothing of this repository's or the machine's settings.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Synthetic.csproj"), Project.Replace("LIBRARIES", AppContext.BaseDirectory, StringComparison.Ordinal));
    }

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <OutputPath>bin/$(Generated)/</OutputPath>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <InterceptorsNamespaces>$(InterceptorsNamespaces);Instrumentation.Interceptors</InterceptorsNamespaces>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="Instrumentation.Runtime" HintPath="LIBRARIES/Instrumentation.Runtime.dll" />
          </ItemGroup>
          <ItemGroup Condition="'$(Generated)' == 'true'">
            <Analyzer Include="LIBRARIES/Instrumentation.Generator.dll;LIBRARIES/Instrumentation.Analyzers.dll" />
          </ItemGroup>
        </Project>
        """;

    private static double Build(string folder, bool isGenerated)
    {
        var started = Stopwatch.GetTimestamp();
        Dotnet(folder, "build", "--nologo", "--no-restore", "--no-incremental", "-c", "Release", isGenerated ? "-p:Generated=true" : "-p:Generated=false");
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static long Size(string folder, bool isGenerated) => new FileInfo(Path.Combine(folder, "bin", isGenerated ? "true" : "false", "Synthetic.dll")).Length;

    private static void Dotnet(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }
}
