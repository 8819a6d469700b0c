using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Checks where and in which editions options may be set: what <c>targets</c> and <c>feature_support</c> of their fields say.</summary>
internal static class OptionChecks
{
    public static void Check(ProtoElement element, MessageValue options, ProtoFile file)
    {
        if (!file.IsEditions && options.Find("features") is not null)
        {
            throw new SchemaSyntaxException(OffsetOf(element), "features are for editions only");
        }

        CheckFields(element, options, file.Edition);
    }

    public static int OffsetOf(ProtoElement element) => element.OptionStatements is [var first, ..] ? first.Name[0].Offset : element.Offset;

    private static void CheckFields(ProtoElement element, MessageValue message, Edition edition)
    {
        foreach (var (field, values) in message.Fields)
        {
            if (field.Options is { } options)
            {
                CheckTarget(element, field, options);
                CheckEdition(element, $"option \"{field.FullName}\"", options.Find("feature_support") as MessageValue, edition);
            }

            foreach (var value in values)
            {
                if (value is MessageValue nested)
                {
                    CheckFields(element, nested, edition);
                }
                else if (field.EnumType?.FindValue(value is int number ? number : 0) is { Options: { } valueOptions } enumValue)
                {
                    CheckEdition(element, $"value \"{enumValue.FullName}\"", valueOptions.Find("feature_support") as MessageValue, edition);
                }
            }
        }
    }

    private static void CheckTarget(ProtoElement element, ProtoField field, MessageValue options)
    {
        if (options.Type.FindField("targets") is { } targets
            && options.Find(targets.Number) is { } allowed
            && !allowed.Values.Contains(OptionTargets.TargetOf(element)))
        {
            throw new SchemaSyntaxException(
                OffsetOf(element), $"the option \"{field.FullName}\" cannot be set on a {OptionTargets.NameOf(OptionTargets.TargetOf(element))}");
        }
    }

    private static void CheckEdition(ProtoElement element, string what, MessageValue? support, Edition edition)
    {
        if (support?.Find("edition_introduced") is int introduced && (int)edition < introduced)
        {
            throw new SchemaSyntaxException(OffsetOf(element), $"the {what} came later than the edition of this file");
        }

        if (support?.Find("edition_removed") is int removed && (int)edition >= removed)
        {
            throw new SchemaSyntaxException(OffsetOf(element), $"the {what} was removed before the edition of this file");
        }
    }
}
