using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Protobuf.Compatibility;

/// <summary>Collects what makes two schemas incompatible, under the names and paths of the Confluent server.</summary>
internal sealed class Differences
{
    private readonly List<Incompatibility> _found = [];
    private readonly HashSet<(string Type, string Path)> _known = [];

    public IReadOnlyList<Incompatibility> Found => _found;

    public void Add(string type, IEnumerable<string> path)
    {
        var text = "#/" + string.Join('/', path);
        if (_known.Add((type, text)))
        {
            _found.Add(new Incompatibility(type, text, ReasonOf(type, text)));
        }
    }

    private static string ReasonOf(string type, string path) => type switch
    {
        DifferenceTypes.PackageChanged => "The package of the {reader} schema is not that of the {writer} one",
        DifferenceTypes.MessageRemoved => $"The message at '{path}' is in the {{writer}} schema, but not in the {{reader}} one",
        DifferenceTypes.FieldKindChanged => $"The field at '{path}' is a scalar, a message or a map in the {{writer}} schema, and another of the three in the {{reader}} one",
        DifferenceTypes.FieldScalarKindChanged => $"The scalar field at '{path}' has a type in the {{reader}} schema that is not encoded as the one in the {{writer}} schema",
        DifferenceTypes.FieldNamedTypeChanged => $"The field at '{path}' has a message type in the {{reader}} schema that cannot read the one in the {{writer}} schema",
        DifferenceTypes.FieldNumericLabelChanged => $"The numeric field at '{path}' has another label in the {{reader}} schema than in the {{writer}} one",
        DifferenceTypes.RequiredFieldAdded => $"The field at '{path}' is required in the {{reader}} schema and is not in the {{writer}} one",
        DifferenceTypes.RequiredFieldRemoved => $"The field at '{path}' is required in the {{writer}} schema and is not in the {{reader}} one",
        DifferenceTypes.OneofFieldRemoved => $"The field at '{path}' of a oneof is in the {{writer}} schema, but not in the {{reader}} one",
        DifferenceTypes.MultipleFieldsMovedToOneof => $"Several fields that are independent in the {{writer}} schema are in the oneof at '{path}' of the {{reader}} one",
        _ => $"A field that is independent in the {{writer}} schema is in the existing oneof at '{path}' in the {{reader}} one",
    };
}
