namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>A field of a message, or an extension.</summary>
internal sealed class ProtoField(ProtoFile file, ProtoMessage? scope) : ProtoElement
{
    public ProtoFile File { get; } = file;

    /// <summary>The message it is declared in; none for an extension at the top of a file.</summary>
    public ProtoMessage? Scope { get; } = scope;

    public int Number { get; set; }

    public int NumberOffset { get; set; }

    public FieldLabel Label { get; set; } = FieldLabel.Optional;

    /// <summary>Whether the label is written.</summary>
    public bool HasLabel { get; set; }

    public FieldType Type { get; set; }

    /// <summary>The type as it is written, for messages and enums.</summary>
    public string? TypeName { get; set; }

    public int TypeOffset { get; set; }

    /// <summary>The extended message as it is written; none for a field.</summary>
    public string? Extendee { get; set; }

    public int ExtendeeOffset { get; set; }

    /// <summary>The default in the form that descriptors have it in.</summary>
    public string? DefaultValue { get; set; }

    public int DefaultOffset { get; set; }

    /// <summary>The name in JSON as it is written, or none.</summary>
    public string? ExplicitJsonName { get; set; }

    public int OneofIndex { get; set; } = -1;

    public bool Proto3Optional { get; set; }

    /// <summary>The resolved type of a message, group or map field.</summary>
    public ProtoMessage? MessageType { get; set; }

    public ProtoEnum? EnumType { get; set; }

    /// <summary>The message whose field it is: for an extension the extended one.</summary>
    public ProtoMessage? Container { get; set; }

    public bool IsExtension => Extendee is not null;

    /// <summary>How paths into documents name it: an extension in brackets and in full, as in JSON.</summary>
    public string DocumentName => IsExtension ? $"[{FullName}]" : Name;

    public bool IsRepeated => Label == FieldLabel.Repeated;

    public bool IsMap => MessageType is { IsMapEntry: true };

    public ProtoOneof? Oneof => OneofIndex >= 0 && !IsExtension ? Scope!.Oneofs[OneofIndex] : null;

    public string JsonName => ExplicitJsonName ?? Naming.ToJsonName(Name);

    /// <summary>Whether it must be present.</summary>
    public bool IsRequired => Label == FieldLabel.Required || (!IsRepeated && Features.FieldPresence == FeatureSet.LegacyRequired);

    /// <summary>Whether it stands between group tags on the wire.</summary>
    public bool IsDelimited => Type == FieldType.Group
        || (Type == FieldType.Message && Features.MessageEncoding == FeatureSet.Delimited && !IsMap && !(Container?.IsMapEntry ?? false));

    public bool HasPresence => !IsRepeated && (FieldTypes.IsMessage(Type) || Oneof is not null || IsExtension || Features.FieldPresence != FeatureSet.Implicit);
}
