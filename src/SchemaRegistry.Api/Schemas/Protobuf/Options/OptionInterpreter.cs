using SchemaRegistry.Api.Schemas.Protobuf.Linking;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Gives the options of a file their meaning: finds their fields and converts their values.</summary>
internal sealed class OptionInterpreter(SymbolScope scope)
{
    // Also those that another field of their oneof has taken the place of.
    private readonly HashSet<(MessageValue Message, int Number)> _set = [];

    /// <summary>Reads the features, which the other options depend on, and those of a binary descriptor.</summary>
    /// <exception cref="SchemaSyntaxException">A feature is unknown, set twice or of another type.</exception>
    public void InterpretFeatures(ProtoElement element, string relativeTo)
    {
        if (element.RawOptions is { } bytes)
        {
            element.Options = MessageReader.Read(OptionsType(element), bytes, scope);
        }

        Interpret(element, relativeTo, areFeatures: true);
    }

    /// <summary>Reads the other options, and checks all.</summary>
    /// <exception cref="SchemaSyntaxException">An option is unknown, set twice or of another type.</exception>
    public void Interpret(ProtoElement element, string relativeTo)
    {
        Interpret(element, relativeTo, areFeatures: false);
        if (element.Options is { } options)
        {
            RequiredFields.Check(options, OptionChecks.OffsetOf(element));
            OptionChecks.Check(element, options, scope.File);
        }
    }

    private void Interpret(ProtoElement element, string relativeTo, bool areFeatures)
    {
        foreach (var statement in element.OptionStatements ?? [])
        {
            if (areFeatures == statement.Name[0] is { Name: "features", IsExtension: false })
            {
                element.Options ??= new MessageValue(OptionsType(element));
                Interpret(element.Options, statement, relativeTo);
            }
        }
    }

    private ProtoMessage OptionsType(ProtoElement element) => scope.FindOptionsType(OptionTargets.OptionsTypeOf(element));

    private void Interpret(MessageValue options, OptionStatement statement, string relativeTo)
    {
        var target = options;
        ProtoField? field = null;
        for (var i = 0; i < statement.Name.Count; i++)
        {
            var part = statement.Name[i];
            if (i > 0)
            {
                target = Enter(target, field!, part);
            }

            field = FindField(target.Type, part, relativeTo);
        }

        var literal = statement.Value;
        var last = statement.Name[^1];
        if (!field!.IsRepeated && (!_set.Add((target, field.Number)) || target.Find(field.Number) is not null))
        {
            throw new SchemaSyntaxException(last.Offset, $"the option \"{last.Name}\" is set twice");
        }

        target.Add(field, FieldTypes.IsMessage(field.Type) && literal.Aggregate is not null
            ? AggregateReader.Read(field.MessageType!, literal, scope, relativeTo)
            : ScalarOption.Convert(field, literal));
    }

    // The message that the next part of the name is a field of.
    private static MessageValue Enter(MessageValue target, ProtoField field, OptionNamePart part)
    {
        if (!FieldTypes.IsMessage(field.Type))
        {
            throw new SchemaSyntaxException(part.Offset, $"the option \"{field.FullName}\" is no message: it has no fields");
        }

        if (field.IsRepeated)
        {
            throw new SchemaSyntaxException(part.Offset, $"the option \"{field.FullName}\" is repeated: its messages are set as a whole, with {{ }}");
        }

        if (target.Find(field.Number)?.Values[0] is MessageValue existing)
        {
            return existing;
        }

        var value = new MessageValue(field.MessageType!);
        target.Add(field, value);
        return value;
    }

    private ProtoField FindField(ProtoMessage type, OptionNamePart part, string relativeTo)
    {
        if (!part.IsExtension)
        {
            if (string.Equals(part.Name, "uninterpreted_option", StringComparison.Ordinal))
            {
                throw new SchemaSyntaxException(part.Offset, "the option \"uninterpreted_option\" is reserved");
            }

            return type.FindField(part.Name) ?? throw new SchemaSyntaxException(part.Offset, $"the option \"{part.Name}\" is unknown");
        }

        var field = scope.FindExtension(part.Name, relativeTo)
            ?? throw new SchemaSyntaxException(part.Offset, $"the option \"({part.Name})\" is unknown; is the file that defines it imported?");
        return ReferenceEquals(field.Container, type)
            ? field
            : throw new SchemaSyntaxException(part.Offset, $"\"{field.FullName}\" is not a field or extension of \"{type.FullName}\"");
    }
}
