using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>Writes a value so that texts that differ in white space, order of members, escapes and spelling of numbers come out the same.</summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonSyntax.MaxDepth,
    };

    public static string Write(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            Write(writer, node, sorted: true);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="writer">Where to.</param>
    /// <param name="node">The value.</param>
    /// <param name="sorted">Whether members are written in the order of their names, and not as they stand.</param>
    public static void Write(Utf8JsonWriter writer, JsonNode node, bool sorted)
    {
        switch (node.Kind)
        {
            case JsonKind.Null:
                writer.WriteNullValue();
                break;
            case JsonKind.Boolean:
                writer.WriteBooleanValue(node.Boolean);
                break;
            case JsonKind.Number:
                writer.WriteRawValue(node.Number.ToString());
                break;
            case JsonKind.String:
                writer.WriteStringValue(node.Text);
                break;
            case JsonKind.Array:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Write(writer, item, sorted);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var member in sorted ? node.Members.OrderBy(static member => member.Name, StringComparer.Ordinal) : node.Members.AsEnumerable())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, sorted);
                }

                writer.WriteEndObject();
                break;
        }
    }
}
