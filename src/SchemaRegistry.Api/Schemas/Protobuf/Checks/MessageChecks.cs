using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for messages.</summary>
internal static class MessageChecks
{
    public static void Check(ProtoMessage message)
    {
        if (!message.IsMapEntry && message.Options?.Find("map_entry") is not null)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(message), "\"map_entry\" is not set by hand: use map<KeyType, ValueType>");
        }

        if (message.File.Edition == Edition.Proto3)
        {
            CheckProto3(message);
        }

        if (message.IsMessageSet && message.Fields is [var first, ..])
        {
            throw new SchemaSyntaxException(first.Offset, "a message set has only extensions, no fields");
        }

        CheckNumbers(message);
        CheckVisibility(message);
    }

    private static void CheckProto3(ProtoMessage message)
    {
        if (message.ExtensionRanges is [var range, ..])
        {
            throw new SchemaSyntaxException(range.Offset, "proto3 has no extension ranges");
        }

        if (message.IsMessageSet)
        {
            throw new SchemaSyntaxException(message.Offset, "proto3 has no message sets");
        }
    }

    private static void CheckNumbers(ProtoMessage message)
    {
        var numbers = new Dictionary<int, ProtoField>();
        foreach (var field in message.Fields)
        {
            if (!numbers.TryAdd(field.Number, field))
            {
                throw new SchemaSyntaxException(
                    field.NumberOffset, $"the field number {field.Number} is taken by \"{numbers[field.Number].Name}\" of \"{message.FullName}\"");
            }
        }
    }

    private static void CheckVisibility(ProtoMessage message)
    {
        if (message.File.Features.SymbolVisibility != FeatureSet.Strict)
        {
            return;
        }

        if (message is { Parent: not null, Visibility: Visibility.Export })
        {
            throw new SchemaSyntaxException(message.Offset, "a nested message cannot be exported where default_symbol_visibility is STRICT");
        }

        // A message that only gives its enums a scope says so by having no room for fields.
        var isScope = message.Visibility == Visibility.Local && message.ReservedRanges.Exists(static range => range is { Start: 1, End: FieldNumbers.Max + 1 });
        if (!isScope && message.Enums.Find(static type => type.Visibility == Visibility.Export) is { } exported)
        {
            throw new SchemaSyntaxException(exported.Offset, "a nested enum cannot be exported where default_symbol_visibility is STRICT");
        }
    }
}
