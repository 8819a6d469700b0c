using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Canonical;
using SchemaRegistry.Api.Schemas.Protobuf.Compatibility;
using SchemaRegistry.Api.Schemas.Protobuf.Descriptors;
using SchemaRegistry.Api.Schemas.Protobuf.Documents;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf;

/// <summary>A linked Protobuf schema.</summary>
internal sealed class ProtobufSchema : IParsedSchema
{
    // What a file is called that was registered as source, which does not say it.
    private const string DefaultName = "default";

    private readonly ProtoFile _file;
    private readonly MessageCatalog _messages;
    private readonly Lazy<string> _identity;
    private readonly Lazy<string> _canonical;

    public ProtobufSchema(ProtoFile file, IEnumerable<ProtoFile> imported, bool wasSerialized)
    {
        _file = file;
        _messages = new MessageCatalog(file, [.. imported]);
        _identity = new Lazy<string>(() => CanonicalForm.Of(file, isSorted: false));
        _canonical = new Lazy<string>(() => CanonicalForm.Of(file, isSorted: true));
        WasSerialized = wasSerialized;
    }

    public bool WasSerialized { get; }

    public string IdentityText => _identity.Value;

    public string CanonicalText => _canonical.Value;

    public string SerializedText => Convert.ToBase64String(ToDescriptor());

    /// <summary>The <c>FileDescriptorProto</c>.</summary>
    public byte[] ToDescriptor() => DescriptorWriter.Write(_file, _file.Name.Length == 0 ? DefaultName : _file.Name);

    public bool HasTopLevelField(string name) =>
        _file.Messages is [var first, ..] && first.Fields.Any(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    public IReadOnlyList<Incompatibility> FindIncompatibilities(IParsedSchema writer, CompatibilityPolicy policy) =>
        writer is ProtobufSchema old ? SchemaDiff.Compare(old._file, _file) : throw new ArgumentException("The schemas are of different formats.", nameof(writer));

    public IReadOnlyList<DocumentError> Validate(ReadOnlySpan<byte> document, DocumentOptions options)
    {
        var typeName = options.TypeName;
        if (_messages.Find(typeName) is not { } message)
        {
            return [new DocumentError(string.Empty, string.Empty, typeName is null ? "the schema has no message" : $"the schema has no message \"{typeName}\"")];
        }

        return options.Encoding == DocumentEncoding.Binary
            ? BinaryValidator.Validate(message, _messages, document)
            : JsonValidator.Validate(message, _messages, document);
    }
}
