using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Instrumentation.Shapes.Tests.Infrastructure;
using Instrumentation.Shapes.Tests.Programs;
using Xunit.Abstractions;

namespace Instrumentation.Shapes.Tests;

/// <summary>Random methods and calls: woven, they behave as they do by themselves, and each measured call is recorded once.</summary>
public sealed class PropertyTests(ITestOutputHelper output)
{
    private const int MethodsPerProgram = 40;

    private static readonly bool s_long = Environment.GetEnvironmentVariable("INSTRUMENTATION_LONG_TESTS") == "1";

    private static int s_programs;

    private static int Programs => s_long ? 250 : 25;

    private static Gen<Sample[]> Samples =>
        Gen.Choose(0, 1 << 20).ArrayOf(Sample.Length).Select(static numbers => new Sample(numbers)).ArrayOf(MethodsPerProgram);

    /// <summary>INSTRUMENTATION_SEED repeats a whole run, with all of its programs: the number that each run prints.</summary>
    /// <remarks>Short runs are all alike, so that a change is judged by what it changes; each long run tries programs nobody has seen.</remarks>
    private static ulong Seed { get; } = Environment.GetEnvironmentVariable("INSTRUMENTATION_SEED") is { Length: > 0 } given
        ? ulong.Parse(given, CultureInfo.InvariantCulture)
        : s_long ? (ulong)Random.Shared.NextInt64() : 20261121;

    // The step between random numbers must be odd; without a size, the run is repeated from its first program.
    private static Config Config => Config.QuickThrowOnFailure.WithMaxTest(Programs).WithQuietOnSuccess(true).WithReplay(Seed, (Seed << 1) | 1);

    [Fact]
    public void RandomMethod_Woven_BehavesAsByItselfAndIsRecordedOnce()
    {
        output.WriteLine($"INSTRUMENTATION_SEED={Seed}");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        string? last = null;
        try
        {
            Prop.ForAll(Arb.From(Samples, Simpler), samples =>
            {
                if (Failure(samples) is { } failure)
                {
                    last = failure;
                    return false;
                }

                return true;
            }).Check(Config);
        }
        catch (Exception exception) when (last is not null)
        {
            Assert.Fail($"{exception.Message.Split('\n')[0]}\nRepeat the run with INSTRUMENTATION_SEED={Seed}.\n{last}");
        }

        output.WriteLine($"{Programs * MethodsPerProgram} samples in {watch.Elapsed.TotalSeconds:n0} s");
    }

    [Fact]
    public void EachFeature_IsInAtLeastOneOfAHundredSamples()
    {
        var features = Gen.Sample(Samples, 500, new Rnd(Seed, (Seed << 1) | 1), 500).SelectMany(static samples => RandomProgram.Make(samples, "features").Features).ToList();
        var rare = Enum.GetValues<Feature>()
            .Select(feature => (Feature: feature, Share: 100.0 * features.Count(found => found.Contains(feature)) / features.Count))
            .Where(static found => found.Share < 1);
        Assert.Equal(string.Empty, string.Join("\n", rare));
    }

    // Halves, then single methods, then simpler methods.
    private static IEnumerable<Sample[]> Simpler(Sample[] samples)
    {
        if (samples.Length == 1)
        {
            return samples[0].Simpler().Select(static simpler => new[] { simpler });
        }

        var half = samples.Length / 2;
        return new[] { samples[..half], samples[half..] }.Concat(samples.Length > 4 ? [] : samples.Select((_, i) => samples.Where((_, j) => j != i).ToArray()));
    }

    private static string? Failure(Sample[] samples)
    {
        var program = RandomProgram.Make(samples, $"p{Interlocked.Increment(ref s_programs)}");
        try
        {
            Twin.RunAsync(program.Expected, [.. program.PlainFiles], [.. program.Files]).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception)
        {
            var text = samples.Length > 2 ? string.Empty : "\n" + string.Join("\n", program.Files.Select(static file => file.Text));
            return exception + text;
        }
    }
}
