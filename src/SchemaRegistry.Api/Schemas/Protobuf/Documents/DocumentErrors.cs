using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>Collects the errors of a document, up to a limit.</summary>
internal sealed class DocumentErrors
{
    private readonly List<DocumentError> _errors = [];

    public IReadOnlyList<DocumentError> All => _errors;

    public void Add(DocumentPath path, ProtoMessage type, string reason) => Add(path, $"/{type.FullName}", reason);

    public void Add(DocumentPath path, ProtoField field, string reason) =>
        Add(path, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{field.Container!.FullName}/{field.Number}"), reason);

    private void Add(DocumentPath path, string rule, string reason)
    {
        if (_errors.Count < ProtobufLimits.Errors)
        {
            _errors.Add(new DocumentError(path.ToString(), rule, reason));
        }
    }
}
