namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Differences in words.</summary>
internal static class Reasons
{
    private static readonly (string Part, string Reason)[] s_reasons =
    [
        ("REQUIRED_PROPERTY_ADDED_TO_OPEN", "the newer schema requires a property at '{0}' that the older one does not name: documents may lack it or hold anything there"),
        ("REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN", "the older schema allows any other property, so documents may already hold something else at '{0}'"),
        ("OPTIONAL_PROPERTY_ADDED_TO_OPEN", "the older schema allows any other property, so documents may already hold something else at '{0}'"),
        ("REQUIRED_PROPERTY_ADDED_TO_UNOPEN", "the newer schema requires a property at '{0}' that no document of the older one can have"),
        ("PROPERTY_REMOVED_FROM_CLOSED", "the newer schema allows no other properties and no longer names the one at '{0}'"),
        ("PROPERTY_REMOVED_NOT_COVERED", "the newer schema no longer names the property at '{0}', and what it says of other properties refuses it"),
        ("PROPERTY_ADDED_NOT_COVERED", "the property at '{0}' is new, and narrower than what the older schema says of other properties"),
        ("REQUIRED_ATTRIBUTE_ADDED", "the property at '{0}' was optional and is now required without a default"),
        ("ITEM_ADDED_TO_OPEN", "the older schema allows any further item, so documents may already hold something else at '{0}'"),
        ("ITEM_REMOVED_FROM_CLOSED", "the newer schema allows no further items and no longer names the one at '{0}'"),
        ("ITEM_REMOVED_NOT_COVERED", "the newer schema no longer names the item at '{0}', and what it says of further items refuses it"),
        ("ITEM_ADDED_NOT_COVERED", "the item at '{0}' is new, and narrower than what the older schema says of further items"),
        ("ADDITIONAL_PROPERTIES_REMOVED", "the older schema allows other properties than those it names, the newer one does not ('{0}')"),
        ("ADDITIONAL_ITEMS_REMOVED", "the older schema allows further items, the newer one does not ('{0}')"),
        ("UNEVALUATED_PROPERTIES_REMOVED", "the newer schema no longer allows the properties that no part of it knows ('{0}')"),
        ("UNEVALUATED_ITEMS_REMOVED", "the newer schema no longer allows the items that no part of it knows ('{0}')"),
        ("COMBINED_TYPE_CHANGED", "the schemas at '{0}' are combined in another way"),
        ("COMBINED_TYPE_SUBSCHEMAS_CHANGED", "a schema among those combined at '{0}' has no counterpart that allows as much"),
        ("PRODUCT_TYPE_EXTENDED", "documents must satisfy more schemas at '{0}' than before"),
        ("SUM_TYPE_NARROWED", "there are fewer schemas to choose from at '{0}' than before"),
        ("NOT_TYPE_EXTENDED", "the schema under '{0}' forbids more than before"),
        ("SCHEMA_ADDED", "items could be anything and now have a schema at '{0}'"),
        ("TYPE_CHANGED", "the kind of schema at '{0}' changed"),
        ("TYPE_NARROWED", "numbers at '{0}' must now be integers"),
        ("ENUM_ARRAY", "values that the older schema lists at '{0}' are no longer allowed"),
        ("DEPENDENCY_ARRAY_EXTENDED", "the property at '{0}' needs more other properties than before"),
        ("DEPENDENCY_ARRAY_CHANGED", "the property at '{0}' needs other properties than before"),
        ("MULTIPLE_OF_EXPANDED", "the number at '{0}' is a multiple of the former one, so fewer values are multiples of it"),
        ("MULTIPLE_OF_CHANGED", "values that were multiples of the number at '{0}' need not be any more"),
        ("PATTERN_CHANGED", "the pattern at '{0}' is another one, which may refuse what the former one allowed"),
        ("_ADDED", "the demand at '{0}' is new"),
        ("_NARROWED", "the schema at '{0}' is new, where anything was allowed"),
        ("_INCREASED", "the limit at '{0}' is higher than before"),
        ("_DECREASED", "the limit at '{0}' is lower than before"),
    ];

    /// <param name="type">The kind of difference.</param>
    /// <param name="path">Where it is.</param>
    public static string Of(string type, string path) =>
        Array.Find(s_reasons, entry => type.Contains(entry.Part, StringComparison.Ordinal)).Reason.Replace("{0}", path, StringComparison.Ordinal);
}
