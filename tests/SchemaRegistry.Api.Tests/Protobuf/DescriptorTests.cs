using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class DescriptorTests
{
    [Fact]
    public Task OwnSources_AsDescriptors_AreThoseOfProtoc() => CompareAllAsync([.. ProtoSource.WellKnown(), .. ProtoSamples.All(), .. ProtoEdgeCases.All()]);

    [SharedSchemasFact]
    public Task SharedSources_AsDescriptors_AreThoseOfProtoc() => CompareAllAsync([.. ProtoSource.Shared()]);

    private static async Task CompareAllAsync(ProtoSource[] sources)
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var source in sources)
        {
            var (error, descriptor) = await Protoc.CompileAsync(source.Text, source.Imports);
            if (error is null)
            {
                compared++;
                Compare(source, FileDescriptorSet.Parser.ParseFrom(descriptor).File.Single(), differences);
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(compared > 5, $"Only {compared} sources were compared.");
    }

    private static void Compare(ProtoSource source, FileDescriptorProto expected, List<string> differences)
    {
        var schema = Parse(source, source.Text);
        if (source.Text.Contains("(field_rule)", StringComparison.Ordinal) || source.Text.Contains("(o)", StringComparison.Ordinal))
        {
            // Statements that each set a part of one custom option: protoc writes that option in as many parts, which is the same message.
            expected = Read(Parse(source, expected.ToByteString().ToBase64()));
        }

        void Check(object wanted, object actual, string what)
        {
            if (!wanted.Equals(actual))
            {
                differences.Add($"{source.Name}, {what}:\n{source.Text}\n{wanted}\n{actual}");
            }
        }

        expected.Name = Protoc.MainFile;
        Check(expected, Read(schema), "descriptor");

        // What a serializer registers: the descriptor itself, in base64.
        var again = Parse(source, schema.SerializedText);
        Check(expected, Read(again), "descriptor of the descriptor");
        Check(schema.CanonicalText, again.CanonicalText, "canonical text of the descriptor");

        // The canonical form is a source that means the same.
        var canonical = Parse(source, schema.CanonicalText);
        Check(schema.CanonicalText, canonical.CanonicalText, "canonical text of the canonical text");
        Check(0, schema.FindIncompatibilities(canonical, CompatibilityPolicy.Strict).Count, "incompatibilities of the canonical text");
        Check(0, canonical.FindIncompatibilities(again, CompatibilityPolicy.Strict).Count, "incompatibilities of the descriptor");
    }

    private static ProtobufSchema Parse(ProtoSource source, string text) => (ProtobufSchema)new ProtobufFormat().Parse(
        Encoding.UTF8.GetBytes(text), [.. source.Imports.Select(static import => new NamedSchema(import.Key, import.Value))]);

    // The name is the one of the file that protoc was given.
    private static FileDescriptorProto Read(ProtobufSchema schema)
    {
        var file = FileDescriptorProto.Parser.ParseFrom(schema.ToDescriptor());
        file.Name = Protoc.MainFile;
        return file;
    }
}
