using System.Text;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>Checks Avro schemas; the types of referenced schemas are known beforehand.</summary>
internal sealed class AvroFormatParser : IFormatParser
{
    public SchemaFormat Format => SchemaFormat.Avro;

    public void Check(ReadOnlySpan<byte> utf8, IReadOnlyList<StoredSchema> references)
    {
        var names = new AvroNames();
        foreach (var reference in references)
        {
            Define(reference, names);
        }

        new AvroGrammar(names).Parse(SyntaxTree.Parse(utf8));
    }

    private static void Define(StoredSchema reference, AvroNames names)
    {
        try
        {
            new AvroGrammar(names).Parse(SyntaxTree.Parse(Encoding.UTF8.GetBytes(reference.Text)));
        }
        catch (SchemaSyntaxException exception)
        {
            // Its position would be one in another text.
            throw new SchemaSyntaxException(0, $"the references do not fit together: {exception.Message}");
        }
    }
}
