using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Infrastructure;

/// <summary>Reads from the generated text which calls are replaced.</summary>
internal static partial class InterceptedCalls
{
    // Version 1 of the data: the file's hash (16 bytes), the position of the method's name (4 bytes, little endian) and the file's name.
    private const int Hash = 16;

    /// <summary>Where the replaced calls of a file name their method.</summary>
    public static IReadOnlyList<int> Positions(GeneratorDriver driver, string file) =>
    [
        .. driver.GetRunResult().Results
            .SelectMany(static result => result.GeneratedSources)
            .SelectMany(static source => Location().Matches(source.SourceText.ToString()))
            .Where(match => match.Groups["display"].Value.StartsWith(file + "(", StringComparison.Ordinal))
            .Select(static match => BitConverter.ToInt32(Convert.FromBase64String(match.Groups["data"].Value), Hash)),
    ];

    [GeneratedRegex("InterceptsLocation\\(1, \"(?<data>[^\"]+)\"\\)\\] // (?<display>.*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Location();
}
