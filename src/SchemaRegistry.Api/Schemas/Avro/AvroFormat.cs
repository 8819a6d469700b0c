using System.Text;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>Avro 1.12. The types of referenced schemas are known beforehand, by their own names: those of the references say nothing.</summary>
internal sealed class AvroFormat : ISchemaFormat
{
    public SchemaFormat Format => SchemaFormat.Avro;

    public IParsedSchema Parse(ReadOnlySpan<byte> utf8, IReadOnlyList<NamedSchema> references)
    {
        var names = new AvroNames();

        // One schema may be called by several names.
        foreach (var reference in references.DistinctBy(static reference => reference.Text, StringComparer.Ordinal))
        {
            Define(reference, names);
        }

        AvroType[] known = [.. names.Defined];
        return new AvroSchema(new AvroGrammar(names).Parse(JsonTreeReader.Read(utf8, AvroAttributes.Names)), known);
    }

    private static void Define(NamedSchema reference, AvroNames names)
    {
        var utf8 = Encoding.UTF8.GetBytes(reference.Text);
        try
        {
            new AvroGrammar(names).Parse(JsonTreeReader.Read(utf8, AvroAttributes.Names));
        }
        catch (SchemaSyntaxException exception)
        {
            // Its position is one in another text.
            throw new SchemaSyntaxException(0, $"the referenced schema \"{reference.Name}\", {TextPosition.Of(utf8, exception.Offset)}: {exception.Message}");
        }
    }
}
