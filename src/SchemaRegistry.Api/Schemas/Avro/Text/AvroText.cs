using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro.Text;

/// <summary>Writes a type in the order of attributes that the parsing canonical form has, each named type in full where it is first met.</summary>
/// <param name="style">What is written beside what makes the types.</param>
/// <param name="known">Types that the reader of the text has already; they are only named.</param>
internal sealed class AvroText(AvroTextStyle style, IEnumerable<AvroType> known)
{
    private readonly HashSet<AvroType> _known = [.. known];

    /// <exception cref="WorkLimitException">Types nest too deep to be written.</exception>
    public static string Of(AvroType type, AvroTextStyle style, IEnumerable<AvroType> known)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = int.MaxValue }))
        {
            new AvroText(style, known).Write(writer, type, space: string.Empty);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer, AvroType type, string space)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new WorkLimitException("the types of the schema and of those it references nest too deep");
        }

        if (type.Kind == AvroKind.Union)
        {
            writer.WriteStartArray();
            type.Parts.ForEach(part => Write(writer, part, space));
            writer.WriteEndArray();
        }
        else if (type.Name is null ? type.Parts.Count == 0 && !HasProperties(type) : !_known.Add(type))
        {
            writer.WriteStringValue(type.TypeName);
        }
        else
        {
            writer.WriteStartObject();
            WriteMembers(writer, type, space);
            writer.WriteEndObject();
        }
    }

    private bool HasProperties(AvroType type) => style != AvroTextStyle.Canonical && type.Properties.Count > 0;

    private void WriteMembers(Utf8JsonWriter writer, AvroType type, string space)
    {
        var inner = space;
        if (type.Name is { } name)
        {
            inner = AvroNames.SpaceOf(name);
            writer.WriteString("name", name);
            if (inner.Length == 0 && space.Length > 0 && style != AvroTextStyle.Canonical)
            {
                // Else the name would be taken for one in the name space around it.
                writer.WriteString("namespace", string.Empty);
            }
        }

        writer.WriteString("type", type.IsError && style != AvroTextStyle.Canonical ? "error" : AvroKinds.NameOf(type.Kind));
        switch (type.Kind)
        {
            case AvroKind.Record:
                WriteFields(writer, type, inner);
                break;
            case AvroKind.Enum:
                WriteTexts(writer, "symbols", type.Symbols);
                break;
            case AvroKind.Fixed:
                writer.WriteNumber("size", type.Size);
                break;
            case AvroKind.Array or AvroKind.Map:
                writer.WritePropertyName(type.Kind == AvroKind.Array ? "items" : "values");
                Write(writer, type.Parts[0], inner);
                break;
        }

        if (style != AvroTextStyle.Canonical)
        {
            WriteRemarks(writer, type.Documentation, type.Aliases, type.Properties);
            if (type.DefaultSymbol is { } symbol)
            {
                writer.WriteString("default", symbol);
            }
        }
    }

    private void WriteFields(Utf8JsonWriter writer, AvroType record, string space)
    {
        writer.WriteStartArray("fields");
        foreach (var field in record.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("name", field.Name);
            writer.WritePropertyName("type");
            Write(writer, field.Type, space);
            if (style != AvroTextStyle.Canonical)
            {
                WriteRemarks(writer, field.Documentation, field.Aliases, field.Properties);
                WriteOrderAndDefault(writer, field);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteOrderAndDefault(Utf8JsonWriter writer, AvroField field)
    {
        if (field.Order is { } order)
        {
            writer.WriteString("order", order);
        }

        if (field.Default is { } value)
        {
            writer.WritePropertyName("default");
            CanonicalJson.Write(writer, value, style == AvroTextStyle.Normalized);
        }
    }

    private void WriteRemarks(Utf8JsonWriter writer, string? documentation, IReadOnlyList<string> aliases, IReadOnlyList<JsonMember> properties)
    {
        if (documentation is not null)
        {
            writer.WriteString("doc", documentation);
        }

        if (aliases.Count > 0)
        {
            WriteTexts(writer, "aliases", style == AvroTextStyle.Normalized ? aliases.Order(StringComparer.Ordinal) : aliases);
        }

        foreach (var (name, value) in style == AvroTextStyle.Normalized ? properties.OrderBy(static member => member.Name, StringComparer.Ordinal) : properties.AsEnumerable())
        {
            writer.WritePropertyName(name);
            CanonicalJson.Write(writer, value, style == AvroTextStyle.Normalized);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
