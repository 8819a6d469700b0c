using System.Runtime.CompilerServices;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Compatibility;

/// <summary>Compares an old schema with a new one as the Confluent server does: types by name, fields by number over the whole message.</summary>
internal sealed class SchemaDiff
{
    private readonly Differences _differences = new();
    private readonly List<string> _path = [];
    private readonly Dictionary<(ProtoMessage Old, ProtoMessage New), bool> _compared = [];
    private readonly ProtoFile _old;
    private readonly ProtoFile _new;
    private int _work;

    private SchemaDiff(ProtoFile old, ProtoFile @new)
    {
        _old = old;
        _new = @new;
    }

    /// <exception cref="WorkLimitException">The schemas are too large to be compared.</exception>
    public static IReadOnlyList<Incompatibility> Compare(ProtoFile old, ProtoFile @new)
    {
        var diff = new SchemaDiff(old, @new);
        if (!string.Equals(old.Package, @new.Package, StringComparison.Ordinal))
        {
            diff.Add(DifferenceTypes.PackageChanged);
        }

        diff.CompareMessages(old.Messages, @new.Messages);
        return diff._differences.Found;
    }

    private void Add(string type) => _differences.Add(type, _path);

    // Enums may change as they like: their values are numbers on the wire.
    private void CompareMessages(List<ProtoMessage> old, List<ProtoMessage> @new)
    {
        var newByName = @new.ToDictionary(static message => message.Name, StringComparer.Ordinal);
        foreach (var message in old)
        {
            _path.Add(message.Name);
            if (newByName.TryGetValue(message.Name, out var successor))
            {
                CompareMessage(message, successor);
            }
            else if (!message.IsMapEntry)
            {
                Add(DifferenceTypes.MessageRemoved);
            }

            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void CompareMessage(ProtoMessage old, ProtoMessage @new)
    {
        if (!old.IsMapEntry)
        {
            CompareOneofs(old, @new);
            CompareFields(old, @new);
        }

        CompareMessages(old.Messages, @new.Messages);
    }

    // Fields that could be set together in old data, and are members of one oneof now.
    private void CompareOneofs(ProtoMessage old, ProtoMessage @new)
    {
        foreach (var oneof in @new.Oneofs.Where(static oneof => !oneof.IsSynthetic))
        {
            var origins = new HashSet<object>();
            var independent = 0;
            foreach (var field in @new.Fields.Where(field => ReferenceEquals(field.Oneof, oneof)))
            {
                if (old.FindField(field.Number) is not { } before)
                {
                    continue;
                }

                origins.Add(RealOneof(before) ?? (object)field);
                independent += RealOneof(before) is null ? 1 : 0;
            }

            if (origins.Count > 1)
            {
                AddAt(oneof.Name, independent > 1 ? DifferenceTypes.MultipleFieldsMovedToOneof : DifferenceTypes.FieldMovedToExistingOneof);
            }
        }
    }

    private void CompareFields(ProtoMessage old, ProtoMessage @new)
    {
        foreach (var field in old.Fields.OrderBy(static field => field.Number))
        {
            Spend();
            if (@new.FindField(field.Number) is { } successor)
            {
                Enter(successor, () => CompareField(field, successor));
            }
            else if (RealOneof(field) is { } oneof)
            {
                if (!IsDeleted(oneof, old, @new))
                {
                    Enter(field, () => Add(DifferenceTypes.OneofFieldRemoved));
                }
            }
            else if (field.Label == FieldLabel.Required)
            {
                Enter(field, () => Add(DifferenceTypes.RequiredFieldRemoved));
            }
        }

        foreach (var field in @new.Fields.Where(field => field.Label == FieldLabel.Required && old.FindField(field.Number) is null))
        {
            Enter(field, () => Add(DifferenceTypes.RequiredFieldAdded));
        }
    }

    // A oneof may go as a whole, with all its members.
    private static bool IsDeleted(ProtoOneof oneof, ProtoMessage old, ProtoMessage @new) =>
        !@new.Oneofs.Exists(other => !other.IsSynthetic && string.Equals(other.Name, oneof.Name, StringComparison.Ordinal))
        && !old.Fields.Exists(field => ReferenceEquals(field.Oneof, oneof) && @new.FindField(field.Number) is not null);

    private void CompareField(ProtoField old, ProtoField @new)
    {
        if (KindOf(old) != KindOf(@new))
        {
            Add(DifferenceTypes.FieldKindChanged);
        }
        else if (old.IsMap)
        {
            CompareField(old.MessageType!.FindField(1)!, @new.MessageType!.FindField(1)!);
            CompareField(old.MessageType!.FindField(2)!, @new.MessageType!.FindField(2)!);
        }
        else if (old.MessageType is not null)
        {
            CompareMessageType(old.MessageType, @new.MessageType!);
        }
        else if (ScalarKinds.Of(old.Type) != ScalarKinds.Of(@new.Type))
        {
            Add(DifferenceTypes.FieldScalarKindChanged);
        }
        else if (old.HasLabel && @new.HasLabel && old.Label != @new.Label && ScalarKinds.Of(old.Type) != ScalarKinds.StringOrBytes)
        {
            Add(DifferenceTypes.FieldNumericLabelChanged);
        }
    }

    // A group cannot read a message, nor a message a group.
    private static int KindOf(ProtoField field) => field.IsMap ? 0 : field.MessageType is null ? 1 : field.IsDelimited ? 2 : 3;

    private void CompareMessageType(ProtoMessage old, ProtoMessage @new)
    {
        var name = LocalName(old);
        if (!string.Equals(name, LocalName(@new), StringComparison.Ordinal))
        {
            Add(DifferenceTypes.FieldNamedTypeChanged);
        }
        else if (!(ReferenceEquals(old.File, _old) && ReferenceEquals(@new.File, _new)) && !ReferenceEquals(old, @new) && !IsCompatible(old, @new, name))
        {
            Add(DifferenceTypes.FieldNamedTypeChanged);
        }
    }

    // Types of other files are compared where they are used, because they are not compared by name.
    private bool IsCompatible(ProtoMessage old, ProtoMessage @new, string name)
    {
        if (_compared.TryGetValue((old, @new), out var known))
        {
            return known;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooMuch();
        }

        // A type that contains itself is compatible with itself unless another part says otherwise.
        _compared[(old, @new)] = true;

        string[] path = [.. _path];
        var before = _differences.Found.Count;
        _path.Clear();
        _path.AddRange(name.Split('.'));
        CompareMessage(old, @new);
        _path.Clear();
        _path.AddRange(path);
        return _compared[(old, @new)] = _differences.Found.Count == before;
    }

    private static string LocalName(ProtoMessage message) =>
        message.File.Package.Length == 0 ? message.FullName : message.FullName[(message.File.Package.Length + 1)..];

    private static ProtoOneof? RealOneof(ProtoField field) => field.Oneof is { IsSynthetic: false } oneof ? oneof : null;

    private void Enter(ProtoField field, Action compare)
    {
        var depth = _path.Count;
        if (RealOneof(field) is { } oneof)
        {
            _path.Add(oneof.Name);
        }

        _path.Add(field.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        compare();
        _path.RemoveRange(depth, _path.Count - depth);
    }

    private void AddAt(string name, string type)
    {
        _path.Add(name);
        Add(type);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Spend()
    {
        if (++_work > ProtobufLimits.ComparedFields)
        {
            throw TooMuch();
        }
    }

    private static WorkLimitException TooMuch() => new("the schemas are too large to be compared");
}
