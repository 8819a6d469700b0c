namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Differences in words.</summary>
internal static class Reasons
{
    private static readonly (string Part, string Reason)[] s_reasons =
    [
        ("REQUIRED_PROPERTY_ADDED_TO_OPEN", "the {reader} schema requires a property at '{0}' that the {writer} one does not name: documents may lack it or hold anything there"),
        ("REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN", "the {writer} schema allows any other property, so documents may hold something else at '{0}' than the {reader} one names there"),
        ("OPTIONAL_PROPERTY_ADDED_TO_OPEN", "the {writer} schema allows any other property, so documents may hold something else at '{0}' than the {reader} one names there"),
        ("REQUIRED_PROPERTY_ADDED_TO_UNOPEN", "the {reader} schema requires a property at '{0}' that no document of the {writer} one can have"),
        ("PROPERTY_REMOVED_FROM_CLOSED", "the {reader} schema allows no other properties and does not name the one at '{0}'"),
        ("PROPERTY_REMOVED_NOT_COVERED", "the {reader} schema does not name the property at '{0}', and what it says of other properties refuses it"),
        ("PROPERTY_ADDED_NOT_COVERED", "the {reader} schema says more of the property at '{0}' than the {writer} schema says of other properties"),
        ("REQUIRED_ATTRIBUTE_ADDED", "the property at '{0}' is optional in the {writer} schema and required in the {reader} one, without a default"),
        ("ITEM_ADDED_TO_OPEN", "the {writer} schema allows any further item, so documents may hold something else at '{0}' than the {reader} one names there"),
        ("ITEM_REMOVED_FROM_CLOSED", "the {reader} schema allows no further items and does not name the one at '{0}'"),
        ("ITEM_REMOVED_NOT_COVERED", "the {reader} schema does not name the item at '{0}', and what it says of further items refuses it"),
        ("ITEM_ADDED_NOT_COVERED", "the {reader} schema says more of the item at '{0}' than the {writer} schema says of further items"),
        ("ADDITIONAL_PROPERTIES_REMOVED", "the {writer} schema allows other properties than those it names, the {reader} one does not ('{0}')"),
        ("ADDITIONAL_ITEMS_REMOVED", "the {writer} schema allows further items, the {reader} one does not ('{0}')"),
        ("UNEVALUATED_PROPERTIES_REMOVED", "the {reader} schema does not allow the properties that no part of it knows ('{0}')"),
        ("UNEVALUATED_ITEMS_REMOVED", "the {reader} schema does not allow the items that no part of it knows ('{0}')"),
        ("COMBINED_TYPE_CHANGED", "the schemas at '{0}' are combined in another way in the {reader} schema than in the {writer} one"),
        ("COMBINED_TYPE_SUBSCHEMAS_CHANGED", "a schema among those combined at '{0}' has no counterpart in the {reader} schema that allows as much"),
        ("PRODUCT_TYPE_EXTENDED", "documents must satisfy more schemas at '{0}' in the {reader} schema than in the {writer} one"),
        ("SUM_TYPE_NARROWED", "there are fewer schemas to choose from at '{0}' in the {reader} schema than in the {writer} one"),
        ("NOT_TYPE_EXTENDED", "the schema under '{0}' forbids more in the {reader} schema than in the {writer} one"),
        ("SCHEMA_ADDED", "items can be anything in the {writer} schema and have a schema at '{0}' in the {reader} one"),
        ("TYPE_CHANGED", "the kind of schema at '{0}' is another one in the {reader} schema than in the {writer} one"),
        ("TYPE_NARROWED", "numbers at '{0}' must be integers in the {reader} schema"),
        ("ENUM_ARRAY", "values that the {writer} schema lists at '{0}' are not allowed in the {reader} one"),
        ("DEPENDENCY_ARRAY_EXTENDED", "the property at '{0}' needs more other properties in the {reader} schema than in the {writer} one"),
        ("DEPENDENCY_ARRAY_CHANGED", "the property at '{0}' needs other properties in the {reader} schema than in the {writer} one"),
        ("MULTIPLE_OF_EXPANDED", "the number at '{0}' in the {reader} schema is a multiple of that in the {writer} one, so fewer values are multiples of it"),
        ("MULTIPLE_OF_CHANGED", "multiples of the number at '{0}' in the {writer} schema need not be multiples of that in the {reader} one"),
        ("PATTERN_CHANGED", "the pattern at '{0}' in the {reader} schema may refuse what that in the {writer} one allows"),
        ("_ADDED", "the demand at '{0}' is in the {reader} schema, but not in the {writer} one"),
        ("_NARROWED", "the {reader} schema has a schema at '{0}', where the {writer} one allows anything"),
        ("_INCREASED", "the limit at '{0}' is higher in the {reader} schema than in the {writer} one"),
        ("_DECREASED", "the limit at '{0}' is lower in the {reader} schema than in the {writer} one"),
    ];

    /// <param name="type">The kind of difference.</param>
    /// <param name="path">Where it is.</param>
    public static string Of(string type, string path) =>
        Array.Find(s_reasons, entry => type.Contains(entry.Part, StringComparison.Ordinal)).Reason.Replace("{0}", path, StringComparison.Ordinal);
}
