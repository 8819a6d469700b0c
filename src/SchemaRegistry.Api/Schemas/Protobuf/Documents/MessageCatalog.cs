using SchemaRegistry.Api.Schemas.Protobuf.BuiltIn;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>The messages and extensions that documents of a schema can hold.</summary>
internal sealed class MessageCatalog(ProtoFile file, IReadOnlyList<ProtoFile> imported)
{
    private readonly Lazy<Dictionary<string, ProtoMessage>> _messages = new(() => imported.Append(file)
        .SelectMany(static part => part.AllMessages())
        .ToDictionary(static message => message.FullName, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<string, ProtoField>> _extensions = new(() => imported.Append(file)
        .SelectMany(static part => part.AllExtensions())
        .ToDictionary(static extension => extension.FullName, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<(ProtoMessage Extended, int Number), ProtoField>> _extensionsByNumber = new(() =>
    {
        var extensions = new Dictionary<(ProtoMessage Extended, int Number), ProtoField>();
        foreach (var extension in imported.Append(file).SelectMany(static part => part.AllExtensions()))
        {
            // Files that do not know each other may use a number twice; what it means is up to the reader then, and the first one is as good as any.
            extensions.TryAdd((extension.Container!, extension.Number), extension);
        }

        return extensions;
    });

    /// <summary>The message of a name, in full or without the package; without a name the first of the file.</summary>
    public ProtoMessage? Find(string? name) => name is null
        ? file.Messages.FirstOrDefault()
        : _messages.Value.GetValueOrDefault(name.TrimStart('.')) ?? _messages.Value.GetValueOrDefault(Naming.Join(file.Package, name));

    /// <summary>A message that an <c>Any</c> names; the well-known ones are always known.</summary>
    public ProtoMessage? FindByFullName(string name) =>
        _messages.Value.GetValueOrDefault(name) ?? BuiltInFiles.Paths
            .Where(static path => path.StartsWith("google/protobuf/", StringComparison.Ordinal))
            .SelectMany(static path => BuiltInFiles.Find(path)!.Messages)
            .FirstOrDefault(message => string.Equals(message.FullName, name, StringComparison.Ordinal));

    public ProtoField? FindExtension(ProtoMessage message, string name) =>
        _extensions.Value.GetValueOrDefault(name) is { } extension && ReferenceEquals(extension.Container, message) ? extension : null;

    public ProtoField? FindExtension(ProtoMessage message, int number) =>
        message.ExtensionRanges.Count == 0 ? null : _extensionsByNumber.Value.GetValueOrDefault((message, number));
}
