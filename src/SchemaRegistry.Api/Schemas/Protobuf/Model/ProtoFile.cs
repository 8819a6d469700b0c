namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A <c>.proto</c> file.</summary>
internal sealed class ProtoFile : ProtoElement
{
    public Edition Edition { get; set; } = Edition.Proto2;

    /// <summary>Whether the text names its syntax; without, it is proto2.</summary>
    public bool HasSyntax { get; set; }

    public string Package { get; set; } = string.Empty;

    public int PackageOffset { get; set; }

    public List<ProtoImport> Imports { get; } = [];

    public List<ProtoMessage> Messages { get; } = [];

    public List<ProtoEnum> Enums { get; } = [];

    public List<ProtoService> Services { get; } = [];

    public List<ProtoField> Extensions { get; } = [];

    /// <summary>The imported files, in the order of the imports; set by the linker.</summary>
    public IReadOnlyList<ProtoFile> Dependencies { get; set; } = [];

    public bool IsEditions => Edition >= Edition.E2023;

    public IEnumerable<ProtoMessage> AllMessages() => Messages.SelectMany(static message => message.WithNested());

    public IEnumerable<ProtoEnum> AllEnums() => Enums.Concat(AllMessages().SelectMany(static message => message.Enums));

    public IEnumerable<ProtoField> AllExtensions() => Extensions.Concat(AllMessages().SelectMany(static message => message.Extensions));
}
