using System.ComponentModel;
using System.Diagnostics;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>A program that the tests need; a missing one fails the test, because a skipped proof is none.</summary>
internal static class Tool
{
    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"'{program}' is not on the PATH. ./test.sh installs what is missing.");
        }
    }

    /// <summary>Runs to the end with the given input; the lines of both outputs.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(string program, string input, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, ((await output) + (await errors)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
