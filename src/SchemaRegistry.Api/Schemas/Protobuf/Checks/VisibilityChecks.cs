using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>Checks that a type that another file uses is exported.</summary>
internal static class VisibilityChecks
{
    public static void Check(ProtoElement type, ProtoFile user, int offset)
    {
        var (file, isNested, visibility) = type switch
        {
            ProtoMessage message => (message.File, message.Parent is not null, message.Visibility),
            ProtoEnum other => (other.File, other.Parent is not null, other.Visibility),
            _ => (user, false, Visibility.Export),
        };
        if (!ReferenceEquals(file, user) && !IsExported(file, isNested, visibility))
        {
            throw new SchemaSyntaxException(offset, $"\"{type.FullName}\" is local to \"{file.Name}\": its declaration needs \"export\"");
        }
    }

    private static bool IsExported(ProtoFile file, bool isNested, Visibility visibility) => visibility switch
    {
        Visibility.Export => true,
        Visibility.Local => false,
        _ => file.Features.SymbolVisibility switch
        {
            FeatureSet.ExportTopLevel => !isNested,
            FeatureSet.LocalAll or FeatureSet.Strict => false,
            _ => true,
        },
    };
}
