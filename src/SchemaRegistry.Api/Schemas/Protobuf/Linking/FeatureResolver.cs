using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>Settles the features of each element: what its edition says, then its parents, then itself.</summary>
internal static class FeatureResolver
{
    public static void Resolve(ProtoFile file)
    {
        Merge(file, FeatureSet.Of(file.Edition));
        file.Messages.ForEach(message => Resolve(message, file.Features));
        file.Enums.ForEach(type => Resolve(type, file.Features));
        file.Extensions.ForEach(extension => Resolve(extension, file.Features));
        foreach (var service in file.Services)
        {
            Merge(service, file.Features);
            service.Methods.ForEach(method => Merge(method, service.Features));
        }
    }

    private static void Resolve(ProtoMessage message, FeatureSet parent)
    {
        Merge(message, parent);
        message.Oneofs.ForEach(oneof => Merge(oneof, message.Features));
        message.Fields.ForEach(field => Resolve(field, field.Oneof?.Features ?? message.Features));
        message.Extensions.ForEach(extension => Resolve(extension, message.Features));
        message.Messages.ForEach(nested => Resolve(nested, message.Features));
        message.Enums.ForEach(type => Resolve(type, message.Features));
        message.ExtensionRanges.ForEach(range => Merge(range, message.Features));
    }

    private static void Resolve(ProtoEnum type, FeatureSet parent)
    {
        Merge(type, parent);
        type.Values.ForEach(value => Merge(value, type.Features));
    }

    private static void Resolve(ProtoField field, FeatureSet parent)
    {
        Merge(field, parent);
        if (field.File.IsEditions)
        {
            return;
        }

        // What editions say by features, the older syntaxes say by other means.
        if (field.Label == FieldLabel.Required)
        {
            field.Features = field.Features with { FieldPresence = FeatureSet.LegacyRequired };
        }
        else if (field.Proto3Optional)
        {
            field.Features = field.Features with { FieldPresence = FeatureSet.Explicit };
        }

        if (field.Options?.Find("packed") is bool packed)
        {
            field.Features = field.Features with { RepeatedFieldEncoding = packed ? FeatureSet.Packed : FeatureSet.Expanded };
        }
    }

    private static void Merge(ProtoElement element, FeatureSet parent)
    {
        var own = element.Options?.Find("features") as MessageValue;
        element.Features = own is null
            ? parent
            : new FeatureSet(
                Value(own, 1, parent.FieldPresence),
                Value(own, 2, parent.EnumType),
                Value(own, 3, parent.RepeatedFieldEncoding),
                Value(own, 4, parent.Utf8Validation),
                Value(own, 5, parent.MessageEncoding),
                Value(own, 6, parent.JsonFormat),
                Value(own, 7, parent.NamingStyle),
                Value(own, 8, parent.SymbolVisibility));
    }

    private static int Value(MessageValue features, int number, int inherited) => features.Find(number)?.Values[0] is int value ? value : inherited;
}
