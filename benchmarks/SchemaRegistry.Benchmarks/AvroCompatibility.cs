using System.Text;
using BenchmarkDotNet.Attributes;
using SchemaRegistry.Api.Schemas.Avro;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Benchmarks;

/// <summary>A real schema of 386 kB (<c>../shared/data/schemas/avro/large_schema.avsc</c>) and its next version, in which every record with fields has one more.</summary>
public class AvroCompatibility
{
    private readonly AvroFormat _format = new();
    private byte[] _older = [];
    private byte[] _newer = [];
    private IParsedSchema? _parsedOlder;
    private IParsedSchema? _parsedNewer;

    [GlobalSetup]
    public void Setup()
    {
        var text = File.ReadAllText(Find("shared/data/schemas/avro/large_schema.avsc"));
        var extended = text.Replace("\"fields\":[{", """
            "fields":[{"name":"added","type":["null","string"],"default":null},{
            """, StringComparison.Ordinal);
        (_older, _newer) = (Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(extended));
        (_parsedOlder, _parsedNewer) = (_format.Parse(_older, []), _format.Parse(_newer, []));
        if (_newer.Length < _older.Length + 10_000 || Check() != 0)
        {
            throw new InvalidOperationException($"{_newer.Length - _older.Length} bytes were added, with {Check()} violations.");
        }
    }

    /// <summary>The comparison alone, as for a version that was read before.</summary>
    [Benchmark(Description = "compare")]
    public int Check() => _parsedNewer!.FindIncompatibilities(_parsedOlder!, CompatibilityPolicy.Strict).Count;

    /// <summary>All that a request does at worst: both texts are read, too.</summary>
    [Benchmark(Description = "read both and compare")]
    public int ReadAndCheck() => _format.Parse(_newer, []).FindIncompatibilities(_format.Parse(_older, []), CompatibilityPolicy.Strict).Count;

    // BenchmarkDotNet runs in a folder of its own below the repository.
    private static string Find(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, path)))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new FileNotFoundException("../shared is not beside this clone", path), path);
    }
}
