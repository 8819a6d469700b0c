using System.Globalization;
using System.Text;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;
using SchemaRegistry.Api.Schemas.Protobuf.Syntax;

namespace SchemaRegistry.Api.Schemas.Protobuf.Canonical;

/// <summary>Options as source: each field of an element's options is one option, in the order of their names.</summary>
internal static class OptionText
{
    /// <summary>The options as <c>name = value</c>.</summary>
    public static List<string> Of(ProtoElement element)
    {
        var result = new List<string>();
        foreach (var (field, values) in element.Options?.Fields ?? [])
        {
            if (element is ProtoMessage { IsMapEntry: true })
            {
                continue;
            }

            var name = field.IsExtension ? $"(.{field.FullName})" : field.Name;
            result.AddRange(values.Select(value => $"{name} = {Text(field, value)}"));
        }

        // Stable, because the values of a repeated option have an order.
        return [.. result.OrderBy(static option => option[..option.IndexOf(' ', StringComparison.Ordinal)], StringComparer.Ordinal)];
    }

    public static string Quote(string text) => Quote(Encoding.UTF8.GetBytes(text));

    public static string DefaultOf(ProtoField field) => field.Type switch
    {
        FieldType.String => Quote(field.DefaultValue!),
        FieldType.Bytes => $"\"{field.DefaultValue}\"",
        _ => field.DefaultValue!,
    };

    private static string Quote(byte[] utf8) => $"\"{ByteText.Escape(utf8)}\"";

    private static string Text(ProtoField field, object value) => value switch
    {
        MessageValue message => Text(message),
        byte[] bytes => Quote(bytes),
        bool flag => flag ? "true" : "false",
        float number => FloatText.Of(number),
        double number => FloatText.Of(number),
        int number when field.EnumType is { } type => type.FindValue(number)?.Name ?? CanonicalWriter.Number(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Text(MessageValue message)
    {
        var parts = new List<string>();
        foreach (var (field, values) in message.Fields)
        {
            var name = field.IsExtension ? $"[{field.FullName}]"
                : field.Type == FieldType.Group ? field.MessageType!.Name
                : field.Name;
            parts.AddRange(values.Select(value => $"{name}: {Text(field, value)}"));
        }

        return parts.Count == 0 ? "{}" : $"{{ {string.Join(", ", parts)} }}";
    }
}
