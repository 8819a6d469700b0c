namespace SchemaRegistry.Api.Schemas.Protobuf.Compatibility;

/// <summary>The incompatible changes, by the names of the Confluent server. Changes that it allows are not collected.</summary>
internal static class DifferenceTypes
{
    public const string PackageChanged = "PACKAGE_CHANGED";
    public const string MessageRemoved = "MESSAGE_REMOVED";
    public const string FieldKindChanged = "FIELD_KIND_CHANGED";
    public const string FieldScalarKindChanged = "FIELD_SCALAR_KIND_CHANGED";
    public const string FieldNamedTypeChanged = "FIELD_NAMED_TYPE_CHANGED";
    public const string FieldNumericLabelChanged = "FIELD_NUMERIC_LABEL_CHANGED";
    public const string RequiredFieldAdded = "REQUIRED_FIELD_ADDED";
    public const string RequiredFieldRemoved = "REQUIRED_FIELD_REMOVED";
    public const string OneofFieldRemoved = "ONEOF_FIELD_REMOVED";
    public const string MultipleFieldsMovedToOneof = "MULTIPLE_FIELDS_MOVED_TO_ONEOF";
    public const string FieldMovedToExistingOneof = "FIELD_MOVED_TO_EXISTING_ONEOF";
}
