namespace Instrumentation;

/// <summary>The text under which an enum member appears as a tag value, in place of its name in snake case.</summary>
/// <example>
/// <code>
/// public enum SchemaFormat { Avro, [TagValue("json")] JsonSchema, Protobuf }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class TagValueAttribute : Attribute
{
    /// <summary>Sets the text.</summary>
    /// <param name="value">The tag value; two members of one enum may share it.</param>
    public TagValueAttribute(string value) => Value = value;

    /// <summary>The tag value.</summary>
    public string Value { get; }
}
