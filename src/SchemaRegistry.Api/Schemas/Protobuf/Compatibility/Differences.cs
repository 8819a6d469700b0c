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
        DifferenceTypes.PackageChanged => "The package of the new schema is not that of the old one",
        DifferenceTypes.MessageRemoved => $"The message at '{path}' is in the old schema, but not in the new one",
        DifferenceTypes.FieldKindChanged => $"The field at '{path}' is a scalar, a message or a map in the old schema, and another of the three in the new one",
        DifferenceTypes.FieldScalarKindChanged => $"The scalar field at '{path}' has a type in the new schema that is not encoded as the one in the old schema",
        DifferenceTypes.FieldNamedTypeChanged => $"The field at '{path}' has a message type in the new schema that cannot read the one in the old schema",
        DifferenceTypes.FieldNumericLabelChanged => $"The numeric field at '{path}' has another label in the new schema than in the old one",
        DifferenceTypes.RequiredFieldAdded => $"The field at '{path}' is required in the new schema and is not in the old one",
        DifferenceTypes.RequiredFieldRemoved => $"The field at '{path}' is required in the old schema and is not in the new one",
        DifferenceTypes.OneofFieldRemoved => $"The field at '{path}' of a oneof is in the old schema, but not in the new one",
        DifferenceTypes.MultipleFieldsMovedToOneof => $"Several fields that were independent in the old schema are in the oneof at '{path}' of the new one",
        _ => $"A field that was independent in the old schema was moved into the existing oneof at '{path}'",
    };
}
