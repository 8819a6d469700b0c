using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;

namespace Instrumentation.Generator.Parsing;

/// <summary>Puts the coverage of all files together.</summary>
internal static class CoverageParser
{
    /// <summary>The coverage of a file, without the places of its calls: lines that move do not change it.</summary>
    public static FileCoverage File(CallFile file, bool intercepts) =>
        new(file.FileName, intercepts ? file.Coverage : file.Coverage.Select(SwitchedOff).ToEquatable());

    public static CoverageTarget Assembly(IEnumerable<FileCoverage> files, IEnumerable<Registration> types) =>
        new(
            files.OrderBy(static file => file.FileName, StringComparer.Ordinal).ToEquatable(),
            types.Select(static type => type.Decorator?.Implementation.Substring("global::".Length))
                .OfType<string>()
                .OrderBy(static name => name, StringComparer.Ordinal)
                .ToEquatable());

    private static MethodCoverage SwitchedOff(MethodCoverage method) => NotIntercepted(method) with { HandedOver = 0, WithoutTags = method.WithoutTags + method.HandedOver };

    private static MethodCoverage NotIntercepted(MethodCoverage method) =>
        method.Intercepted == 0
            ? method
            : method with
            {
                Intercepted = 0,
                NotMeasured = method.NotMeasured.Append(new UnmeasuredCalls(CallRefusal.SwitchedOff.Reason, method.Intercepted)).OrderBy(static calls => calls.Reason, StringComparer.Ordinal).ToEquatable(),
            };
}
