using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator;

namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>The SDK's own compiler, started as a build starts it, with the strictest settings: C# 14.</summary>
internal static class SdkCompiler
{
    private static readonly string s_compiler = typeof(SdkCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static data => data.Key == "Compiler").Value!;

    private static readonly string[] s_options =
    [
        "-noconfig", "-nostdlib", "-target:library", "-langversion:14", "-nullable:enable", "-unsafe", "-optimize", "-deterministic", "-warn:9999",
        "-warnaserror", "-warnaserror-:INS0002,INS1000,INS1001,INS1004,INS1005,INS1006", "-features:InterceptorsNamespaces=Instrumentation.Interceptors", "-utf8output", "-nologo",
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Instrumentation.Generator", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("Instrumentation.Analyzers", StringComparison.Ordinal))
            .Select(static path => $"-r:\"{path}\""),
    ];

    /// <summary>The assembly, and what the rules say of it. Anything else that the compiler says is an error.</summary>
    /// <param name="assembly">Its name.</param>
    /// <param name="woven">Whether the generator and its rules take part.</param>
    /// <param name="sources">The sources.</param>
    public static async Task<(byte[] Image, string Said)> CompileAsync(string assembly, bool woven, IEnumerable<(string Path, string Text)> sources)
    {
        var (image, said) = await TryAsync(assembly, woven, sources);
        Assert.True(image is not null, said);
        return (image, said);
    }

    /// <summary>The sources' files that it refuses, without the generator.</summary>
    public static async Task<IReadOnlySet<string>> RefusedAsync(IEnumerable<(string Path, string Text)> sources)
    {
        var (_, said) = await TryAsync("Refused", woven: false, sources);
        return Regex.Matches(said, @"([^/\\\s]+)\(\d+,\d+\): error", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(static match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<(byte[]? Image, string Said)> TryAsync(string assembly, bool woven, IEnumerable<(string Path, string Text)> sources)
    {
        var folder = Directory.CreateTempSubdirectory("shapes");
        try
        {
            var image = Path.Combine(folder.FullName, assembly + ".dll");
            var response = new StringBuilder().AppendJoin('\n', s_options).Append($"\n-out:\"{image}\"\n-doc:\"{Path.ChangeExtension(image, ".xml")}\"\n");
            if (woven)
            {
                response.Append($"-a:\"{typeof(InstrumentationGenerator).Assembly.Location}\"\n-a:\"{typeof(MethodIsNotMeasuredAnalyzer).Assembly.Location}\"\n");
            }

            foreach (var (name, text) in sources)
            {
                var path = Path.Combine(folder.FullName, name);
                await File.WriteAllTextAsync(path, text);
                response.Append($"\"{path}\"\n");
            }

            var arguments = Path.Combine(folder.FullName, "arguments.rsp");
            await File.WriteAllTextAsync(arguments, response.ToString());
            using var compiler = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", ["exec", s_compiler, "@" + arguments]) { RedirectStandardOutput = true })!;
            var said = await compiler.StandardOutput.ReadToEndAsync();
            await compiler.WaitForExitAsync();
            return (compiler.ExitCode == 0 ? await File.ReadAllBytesAsync(image) : null, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
