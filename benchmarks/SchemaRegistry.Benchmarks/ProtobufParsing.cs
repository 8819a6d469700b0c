using BenchmarkDotNet.Attributes;
using SchemaRegistry.Api.Schemas.Protobuf;
using SchemaRegistry.Api.Schemas.Protobuf.BuiltIn;

namespace SchemaRegistry.Benchmarks;

/// <summary>A large real schema, from text to linked and checked, and on to its other forms.</summary>
public class ProtobufParsing
{
    private readonly ProtobufFormat _format = new();
    private readonly byte[] _descriptor = BuiltInFiles.TextOf("google/protobuf/descriptor.proto")!;

    /// <summary><c>descriptor.proto</c>: 1,300 lines, half of them comments.</summary>
    [Benchmark]
    public object Descriptor() => _format.Parse(_descriptor, []);

    [Benchmark]
    public string DescriptorAndCanonicalText() => _format.Parse(_descriptor, []).CanonicalText;

    [Benchmark]
    public string? DescriptorAndSerializedText() => _format.Parse(_descriptor, []).SerializedText;
}
