using SchemaRegistry.Api.Schemas.Compatibility;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares two schemas whose kinds decide how.</summary>
internal static class SchemaPairDiff
{
    public static Findings Compare(SchemaDiff diff, Shape original, Shape update) =>
        Lift(diff, original, update) ?? CompareAlike(diff, original, update);

    // A schema beside a combination of schemas: it may be one of them.
    private static Findings? Lift(SchemaDiff diff, Shape original, Shape update)
    {
        if (original.Kind != ShapeKind.Combined && update.Kind == ShapeKind.Combined)
        {
            return update.Parts.Count == 1 || update.Criterion != Criterion.All
                ? First(update.Parts, part => diff.Compare(original, part))
                : null;
        }

        if (original.Kind == ShapeKind.Combined && update.Kind != ShapeKind.Combined)
        {
            return original.Parts.Count == 1 || original.Criterion == Criterion.All
                ? First(original.Parts, part => diff.Compare(part, update))
                : null;
        }

        return null;
    }

    // Kafka Connect writes one and the same decimal as a string or as a number, as it is told to.
    private static bool IsConnectBytes(Shape shape) => shape["connect.type"] is { IsString: true, Text: "bytes" };

    private static Findings? First(IReadOnlyList<Shape> parts, Func<Shape, Findings> compare) =>
        parts.Any(part => compare(part).IsCompatible) ? Findings.None : null;

    private static Findings CompareAlike(SchemaDiff diff, Shape original, Shape update)
    {
        var findings = new Findings();
        if (original.Kind != update.Kind)
        {
            if (original.Kind != ShapeKind.False && update.Kind != ShapeKind.Empty && !(IsConnectBytes(original) && IsConnectBytes(update)))
            {
                diff.Add(findings, "TYPE_CHANGED");
            }

            return findings;
        }

        switch (original.Kind)
        {
            case ShapeKind.String:
                ScalarSchemaDiff.CompareStrings(diff, findings, original, update);
                break;
            case ShapeKind.Number:
                ScalarSchemaDiff.CompareNumbers(diff, findings, original, update);
                break;
            case ShapeKind.Enum:
                ScalarSchemaDiff.CompareEnums(diff, findings, original, update);
                break;
            case ShapeKind.Const when !original["const"]!.ValueEquals(update["const"]!):
                diff.Add(findings, "ENUM_ARRAY_CHANGED", "const");
                break;
            case ShapeKind.Not when !diff.Compare(update.Of(update["not"]!), original.Of(original["not"]!)).IsCompatible:
                diff.Add(findings, "NOT_TYPE_EXTENDED", "not");
                break;
            case ShapeKind.Combined:
                CombinedSchemaDiff.Compare(diff, findings, original, update);
                break;
            case ShapeKind.Array:
                ArraySchemaDiff.Compare(diff, findings, original, update);
                break;
            case ShapeKind.Object:
                ObjectSchemaDiff.Compare(diff, findings, original, update);
                break;
        }

        return findings;
    }
}
