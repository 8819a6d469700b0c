using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rule that no two fields of a message have the same name in JSON.</summary>
internal static class JsonNameChecks
{
    public static void Check(ProtoMessage message)
    {
        // Older files may have conflicts between names that nobody chose.
        var isLegacy = message.Features.JsonFormat == FeatureSet.LegacyBestEffort
            || (message.Options?.IsTrue("deprecated_legacy_json_field_conflicts") ?? false);
        if (!isLegacy)
        {
            CheckNames(message, static field => Naming.ToJsonName(field.Name), static (_, _) => true);
        }

        CheckNames(
            message,
            static field => field.JsonName,
            (field, other) => IsCustom(field) && IsCustom(other) || (!isLegacy && (IsCustom(field) || IsCustom(other))));
    }

    private static bool IsCustom(ProtoField field) =>
        field.ExplicitJsonName is { } name && !string.Equals(name, Naming.ToJsonName(field.Name), StringComparison.Ordinal);

    private static void CheckNames(ProtoMessage message, Func<ProtoField, string> nameOf, Func<ProtoField, ProtoField, bool> isConflict)
    {
        var names = new Dictionary<string, ProtoField>(StringComparer.Ordinal);
        foreach (var field in message.Fields)
        {
            if (!names.TryAdd(nameOf(field), field) && isConflict(field, names[nameOf(field)]))
            {
                throw new SchemaSyntaxException(
                    field.Offset, $"the fields \"{names[nameOf(field)].Name}\" and \"{field.Name}\" have the same JSON name \"{nameOf(field)}\"");
            }
        }
    }
}
