using SchemaRegistry.Api.Schemas.Protobuf.Model;
using static SchemaRegistry.Api.Schemas.Protobuf.Canonical.CanonicalWriter;

namespace SchemaRegistry.Api.Schemas.Protobuf.Canonical;

/// <summary>
/// Writes a linked file as source in one fixed form, without comments. Sorted, imports, options, fields and values are in order and all names are in full;
/// else only the layout is fixed: what stands where among its like, and names as they are written, are kept, but options are always sorted.
/// Messages and enums keep their order, because serialized data names a message by its index.
/// </summary>
internal sealed class CanonicalForm
{
    private readonly CanonicalWriter _writer = new();
    private readonly ProtoFile _file;
    private readonly bool _isSorted;

    private CanonicalForm(ProtoFile file, bool isSorted)
    {
        _file = file;
        _isSorted = isSorted;
    }

    public static string Of(ProtoFile file, bool isSorted)
    {
        var form = new CanonicalForm(file, isSorted);
        form.WriteHead();
        file.Messages.FindAll(static message => !message.IsGroup).ForEach(form.WriteMessage);
        file.Enums.ForEach(form.WriteEnum);
        form.WriteExtensions(file.Extensions);
        file.Services.ForEach(form.WriteService);
        return form._writer.ToString();
    }

    private void WriteHead()
    {
        _writer.Line(_file.Edition switch
        {
            Edition.Proto2 => "syntax = \"proto2\";",
            Edition.Proto3 => "syntax = \"proto3\";",
            Edition.E2023 => "edition = \"2023\";",
            _ => "edition = \"2024\";",
        });
        if (_file.Package.Length > 0)
        {
            _writer.Line($"package {_file.Package};");
        }

        foreach (var import in InOrder(InOrder(_file.Imports, static import => import.Path, StringComparer.Ordinal), static import => import.Kind))
        {
            var kind = import.Kind switch { ImportKind.Public => "public ", ImportKind.Weak => "weak ", ImportKind.Option => "option ", _ => string.Empty };
            _writer.Line($"import {kind}{OptionText.Quote(import.Path)};");
        }

        WriteOptions(_file);
    }

    private void WriteOptions(ProtoElement element)
    {
        foreach (var option in OptionText.Of(element))
        {
            _writer.Line($"option {option};");
        }
    }

    private void WriteMessage(ProtoMessage message)
    {
        _writer.Open($"{Modifier(message.Visibility)}message {message.Name}");
        WriteBody(message);
        _writer.Close();
    }

    private void WriteBody(ProtoMessage message)
    {
        WriteOptions(message);
        WriteReserved(message.ReservedRanges, message.ReservedNames, 1, FieldNumbersEnd(message));
        foreach (var range in InOrder(message.ExtensionRanges, static range => range.Start))
        {
            _writer.Line($"extensions {Range(range.Start, range.End - 1, FieldNumbersEnd(message) - 1)}{Brackets(OptionText.Of(range))};");
        }

        var oneofs = new HashSet<ProtoOneof>();
        foreach (var field in InOrder(message.Fields, static field => field.Number))
        {
            if (field.Oneof is not { IsSynthetic: false } oneof)
            {
                WriteField(field);
            }
            else if (oneofs.Add(oneof))
            {
                WriteOneof(oneof);
            }
        }

        message.Messages.FindAll(static nested => !nested.IsMapEntry && !nested.IsGroup).ForEach(WriteMessage);
        message.Enums.ForEach(WriteEnum);
        WriteExtensions(message.Extensions);
    }

    private static int FieldNumbersEnd(ProtoMessage message) => message.IsMessageSet ? int.MaxValue : Checks.FieldNumbers.Max + 1;

    private void WriteReserved(List<ProtoRange> ranges, List<ReservedName> names, int exclusive, int end)
    {
        foreach (var range in InOrder(ranges, static range => range.Start))
        {
            _writer.Line($"reserved {Range(range.Start, range.End - exclusive, end - exclusive)};");
        }

        foreach (var name in InOrder(names.Select(static name => name.Name), static name => name, StringComparer.Ordinal))
        {
            _writer.Line($"reserved {(_file.IsEditions ? name : OptionText.Quote(name))};");
        }
    }

    private static string Range(int first, int last, int max) =>
        first == last ? Number(first) : $"{Number(first)} to {(last == max ? "max" : Number(last))}";

    private void WriteOneof(ProtoOneof oneof)
    {
        _writer.Open($"oneof {oneof.Name}");
        WriteOptions(oneof);
        foreach (var field in InOrder(oneof.Message.Fields.Where(field => ReferenceEquals(field.Oneof, oneof)), static field => field.Number))
        {
            WriteField(field);
        }

        _writer.Close();
    }

    private void WriteField(ProtoField field)
    {
        var options = OptionText.Of(field);
        if (field.DefaultValue is not null)
        {
            options.Insert(0, $"default = {OptionText.DefaultOf(field)}");
        }

        if (field.ExplicitJsonName is { } jsonName && !string.Equals(jsonName, Naming.ToJsonName(field.Name), StringComparison.Ordinal))
        {
            options.Insert(0, $"json_name = {OptionText.Quote(jsonName)}");
        }

        var isGroup = field.Type == FieldType.Group;
        var head = $"{LabelOf(field)}{TypeOf(field)} {(isGroup ? field.MessageType!.Name : field.Name)} = {Number(field.Number)}{Brackets(options)}";
        if (!isGroup)
        {
            _writer.Line(head + ";");
            return;
        }

        _writer.Open(head);
        WriteBody(field.MessageType!);
        _writer.Close();
    }

    private static string LabelOf(ProtoField field) =>
        field.IsMap ? string.Empty
        : field.IsRepeated ? "repeated "
        : field.Label == FieldLabel.Required ? "required "
        : field.Proto3Optional || (field.File.Edition == Edition.Proto2 && field.Oneof is null) ? "optional "
        : string.Empty;

    private string TypeOf(ProtoField field) =>
        field.IsMap ? $"map<{TypeOf(field.MessageType!.FindField(1)!)}, {TypeOf(field.MessageType!.FindField(2)!)}>"
        : field.Type == FieldType.Group ? "group"
        : field.MessageType is { } message ? Name(field.TypeName!, message.FullName)
        : field.EnumType is { } type ? Name(field.TypeName!, type.FullName)
        : FieldTypes.NameOf(field.Type);

    private void WriteExtensions(List<ProtoField> extensions)
    {
        var groups = extensions.GroupBy(extension => Name(extension.Extendee!, extension.Container!.FullName), StringComparer.Ordinal);
        foreach (var group in InOrder(groups, static group => group.Key, StringComparer.Ordinal))
        {
            _writer.Open($"extend {group.Key}");
            foreach (var extension in InOrder(group, static extension => extension.Number))
            {
                WriteField(extension);
            }

            _writer.Close();
        }
    }

    private void WriteEnum(ProtoEnum type)
    {
        _writer.Open($"{Modifier(type.Visibility)}enum {type.Name}");
        WriteOptions(type);
        WriteReserved(type.ReservedRanges, type.ReservedNames, 0, int.MaxValue);

        // The first value is the default and so keeps its place.
        var others = InOrder(InOrder(type.Values.Skip(1), static value => value.Name, StringComparer.Ordinal), static value => value.Number);
        foreach (var value in type.Values.Take(1).Concat(others))
        {
            _writer.Line($"{value.Name} = {Number(value.Number)}{Brackets(OptionText.Of(value))};");
        }

        _writer.Close();
    }

    private void WriteService(ProtoService service)
    {
        _writer.Open($"service {service.Name}");
        WriteOptions(service);
        foreach (var method in service.Methods)
        {
            var input = (method.ClientStreaming ? "stream " : string.Empty) + Name(method.InputName, method.InputType!.FullName);
            var output = (method.ServerStreaming ? "stream " : string.Empty) + Name(method.OutputName, method.OutputType!.FullName);
            var head = $"rpc {method.Name} ({input}) returns ({output})";
            if (method.Options is null or { IsEmpty: true })
            {
                _writer.Line(head + ";");
                continue;
            }

            _writer.Open(head);
            WriteOptions(method);
            _writer.Close();
        }

        _writer.Close();
    }

    private string Name(string written, string fullName) => _isSorted ? "." + fullName : written;

    // Stable, so that the last call is the first criterion.
    private IEnumerable<T> InOrder<T, TKey>(IEnumerable<T> items, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        _isSorted ? items.OrderBy(key, comparer) : items;

    private static string Modifier(Visibility visibility) =>
        visibility switch { Visibility.Export => "export ", Visibility.Local => "local ", _ => string.Empty };

    private static string Brackets(List<string> options) => options.Count == 0 ? string.Empty : $" [{string.Join(", ", options)}]";
}
