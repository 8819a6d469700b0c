using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Protobuf;

/// <summary>The compiler of Google's package: the oracle for what is a schema and what it means.</summary>
internal static class Protoc
{
    public const string MainFile = "main.proto";

    private static readonly string s_package = typeof(Protoc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "GrpcTools").Value!;

    public static string Include => Path.Combine(s_package, "build", "native", "include");

    /// <summary>What protoc says against a text, or none, and the descriptor when there is one.</summary>
    public static async Task<(string? Error, byte[] Descriptor)> CompileAsync(string text, IReadOnlyDictionary<string, string> imports)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, content) in imports.Append(KeyValuePair.Create(MainFile, text)))
        {
            var file = Path.Combine(folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, content);
        }

        var output = Path.Combine(folder.Path, "out.bin");
        var (exitCode, errors) = await RunAsync($"-I{folder.Path}", $"-I{Include}", "--retain_options", $"-o{output}", MainFile);
        return exitCode == 0 ? (null, await File.ReadAllBytesAsync(output)) : (errors, []);
    }

    private static async Task<(int ExitCode, string Errors)> RunAsync(params string[] arguments)
    {
        var system = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "windows_x64" : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "macosx_universal"
            : RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux_arm64" : "linux_x64";
        var program = Path.Combine(s_package, "tools", system, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "protoc.exe" : "protoc");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }
}
