using System.Collections.Frozen;
using SchemaRegistry.Api.Schemas.Protobuf.Linking;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.BuiltIn;

/// <summary>The files that every schema may import without giving them: Google's well-known and common types, and Confluent's.</summary>
internal static class BuiltInFiles
{
    private const string DescriptorPath = "google/protobuf/descriptor.proto";

    private static readonly FrozenDictionary<string, byte[]> s_texts = ReadTexts();

    private static readonly FrozenDictionary<string, Lazy<ProtoFile>> s_files =
        s_texts.Keys.ToFrozenDictionary(static path => path, static path => new Lazy<ProtoFile>(() => new FileLoader([]).LoadBuiltIn(path)), StringComparer.Ordinal);

    private static readonly Lazy<FrozenDictionary<string, ProtoMessage>> s_optionTypes = new(
        static () => s_files[DescriptorPath].Value.Messages.ToFrozenDictionary(static message => message.FullName, StringComparer.Ordinal));

    public static IEnumerable<string> Paths => s_texts.Keys;

    public static bool Knows(string path) => s_texts.ContainsKey(path);

    public static byte[]? TextOf(string path) => s_texts.GetValueOrDefault(path);

    /// <summary>The file, linked and shared by all who import it.</summary>
    public static ProtoFile? Find(string path) => s_files.GetValueOrDefault(path)?.Value;

    public static ProtoMessage FindOptionsType(string fullName) => s_optionTypes.Value[fullName];

    // The names of the resources are the paths.
    private static FrozenDictionary<string, byte[]> ReadTexts()
    {
        var assembly = typeof(BuiltInFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".proto", StringComparison.Ordinal))
            .ToFrozenDictionary(static name => name, name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                return copy.ToArray();
            }, StringComparer.Ordinal);
    }
}
