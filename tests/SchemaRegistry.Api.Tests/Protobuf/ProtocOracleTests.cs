using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf;
using SchemaRegistry.Api.Tests.Infrastructure;
using Xunit.Abstractions;

namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class ProtocOracleTests(ITestOutputHelper output)
{
    private static readonly bool s_long = Environment.GetEnvironmentVariable("INSTRUMENTATION_LONG_TESTS") == "1";

    [Fact]
    public Task OwnSources_ThemselvesAndMutated_AreJudgedAsByProtoc() =>
        CompareAsync("own samples, edge cases and the well-known types", [.. ProtoSource.WellKnown(), .. ProtoSamples.All(), .. ProtoEdgeCases.All()], s_long ? 8000 : 800);

    [Fact]
    public async Task Samples_AreSchemas()
    {
        foreach (var sample in ProtoSamples.All())
        {
            var (ours, theirs) = await JudgeAsync(sample);
            Assert.True(ours is null && theirs is null, $"{sample.Name}: {ours} / {theirs}");
        }
    }

    [SharedSchemasFact]
    public Task SharedSources_ThemselvesAndMutated_AreJudgedAsByProtoc() =>
        CompareAsync("schemas of other projects", [.. ProtoSource.Shared()], s_long ? 4000 : 400);

    private async Task CompareAsync(string what, ProtoSource[] sources, int mutants)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PROTO_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 1;
        output.WriteLine($"seed {seed}");
        var mutator = new ProtoMutator(seed);
        var random = new Random(seed);

        // A descriptor.proto with other options has no meaning: protoc reads options with its own copy in the end.
        var seeds = Array.FindAll(sources, static source => source.Name != "descriptor.proto");
        var candidates = sources.Concat(Enumerable.Range(0, mutants).Select(i =>
        {
            var source = seeds[random.Next(seeds.Length)];
            return source with { Name = string.Create(CultureInfo.InvariantCulture, $"{source.Name}#{i}"), Text = mutator.Mutate(source.Text) };
        })).ToArray();
        var disagreements = new ConcurrentBag<string>();
        var accepted = 0;
        await Parallel.ForEachAsync(candidates, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (candidate, _) =>
        {
            var (ours, theirs) = await JudgeAsync(candidate);
            Interlocked.Add(ref accepted, theirs is null ? 1 : 0);
            if (ours is null != theirs is null)
            {
                var small = await ShrinkAsync(candidate, ours is null);
                disagreements.Add($"{candidate.Name}\n  ours:   {ours ?? "accepted"}\n  protoc: {theirs ?? "accepted"}\n  text:   {small}");
            }
        });
        output.WriteLine($"{candidates.Length} judged, {accepted} accepted");
        if (s_long)
        {
            // An ordinary run judges fewer mutants and changes no file.
            ConformancePage.Write(
                $"Protobuf, {what}",
                $"- {what}: {candidates.Length} sources, {sources.Length} as they are and {mutants} mutated; protoc accepts {accepted} of them; judged otherwise: {disagreements.Count}\n");
        }

        Assert.True(disagreements.IsEmpty, $"seed {seed}: {disagreements.Count} of {candidates.Length} are judged otherwise by protoc:\n{string.Join('\n', disagreements)}");
    }

    private static async Task<(string? Ours, string? Theirs)> JudgeAsync(ProtoSource source) =>
        (Judge(source), (await Protoc.CompileAsync(source.Text, source.Imports)).Error);

    private static string? Judge(ProtoSource source)
    {
        try
        {
            new ProtobufFormat().Parse(
                Encoding.UTF8.GetBytes(source.Text), [.. source.Imports.Select(static import => new NamedSchema(import.Key, import.Value))]);
            return null;
        }
        catch (SchemaSyntaxException exception)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{exception.Offset}: {exception.Message}");
        }
    }

    // Takes words out as long as the two still disagree in the same way.
    private static async Task<string> ShrinkAsync(ProtoSource source, bool oursAccepts)
    {
        var tokens = ProtoMutator.Tokenize(source.Text);
        var budget = 150;
        for (var size = tokens.Count / 2; size >= 1 && budget > 0; size /= 2)
        {
            for (var i = 0; i + size <= tokens.Count && budget > 0;)
            {
                List<string> fewer = [.. tokens[..i], .. tokens[(i + size)..]];
                var candidate = source with { Text = string.Join(' ', fewer) };
                if (Judge(candidate) is null != oursAccepts)
                {
                    i += size;
                    continue;
                }

                budget--;
                if ((await Protoc.CompileAsync(candidate.Text, candidate.Imports)).Error is null != oursAccepts)
                {
                    tokens = fewer;
                }
                else
                {
                    i += size;
                }
            }
        }

        return string.Join(' ', tokens);
    }
}
