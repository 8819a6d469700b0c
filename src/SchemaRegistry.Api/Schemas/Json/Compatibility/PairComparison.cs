using SchemaRegistry.Api.Schemas.Compatibility;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Compares two schemas whose kinds decide how.</summary>
internal static class PairComparison
{
    public static Findings Compare(SchemaComparison comparison, Shape original, Shape update) =>
        Lift(comparison, original, update) ?? CompareAlike(comparison, original, update);

    // A schema beside a combination of schemas: it may be one of them.
    private static Findings? Lift(SchemaComparison comparison, Shape original, Shape update)
    {
        if (original.Kind != ShapeKind.Combined && update.Kind == ShapeKind.Combined)
        {
            return update.Parts.Count == 1 || update.Criterion != Criterion.All
                ? First(update.Parts, part => comparison.Compare(original, part))
                : null;
        }

        if (original.Kind == ShapeKind.Combined && update.Kind != ShapeKind.Combined)
        {
            return original.Parts.Count == 1 || original.Criterion == Criterion.All
                ? First(original.Parts, part => comparison.Compare(part, update))
                : null;
        }

        return null;
    }

    // Kafka Connect writes one and the same decimal as a string or as a number, as it is told to.
    private static bool IsConnectBytes(Shape shape) => shape["connect.type"] is { IsString: true, Text: "bytes" };

    private static Findings? First(IReadOnlyList<Shape> parts, Func<Shape, Findings> compare) =>
        parts.Any(part => compare(part).IsCompatible) ? Findings.None : null;

    private static Findings CompareAlike(SchemaComparison comparison, Shape original, Shape update)
    {
        var findings = new Findings();
        if (original.Kind != update.Kind)
        {
            if (original.Kind != ShapeKind.False && update.Kind != ShapeKind.Empty && !(IsConnectBytes(original) && IsConnectBytes(update)))
            {
                comparison.Add(findings, "TYPE_CHANGED");
            }

            return findings;
        }

        switch (original.Kind)
        {
            case ShapeKind.String:
                ScalarComparison.CompareStrings(comparison, findings, original, update);
                break;
            case ShapeKind.Number:
                ScalarComparison.CompareNumbers(comparison, findings, original, update);
                break;
            case ShapeKind.Enum:
                ScalarComparison.CompareEnums(comparison, findings, original, update);
                break;
            case ShapeKind.Const when !original["const"]!.ValueEquals(update["const"]!):
                comparison.Add(findings, "ENUM_ARRAY_CHANGED", "const");
                break;
            case ShapeKind.Not when !comparison.Compare(update.Of(update["not"]!), original.Of(original["not"]!)).IsCompatible:
                comparison.Add(findings, "NOT_TYPE_EXTENDED", "not");
                break;
            case ShapeKind.Combined:
                CombinedComparison.Compare(comparison, findings, original, update);
                break;
            case ShapeKind.Array:
                ArrayComparison.Compare(comparison, findings, original, update);
                break;
            case ShapeKind.Object:
                ObjectComparison.Compare(comparison, findings, original, update);
                break;
        }

        return findings;
    }
}
