using System.Text;
using SchemaRegistry.Api.Schemas.Avro;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Tests.Avro;

/// <summary>Short ways to the engine.</summary>
internal static class AvroSchemas
{
    public static AvroSchema Parse(string schema, params NamedSchema[] references) => (AvroSchema)new AvroFormat().Parse(Encoding.UTF8.GetBytes(schema), references);

    /// <summary>What keeps the reader from reading, as <c>TYPE path detail</c>.</summary>
    public static IEnumerable<string> Failures(string reader, string writer) =>
        Parse(reader).FindIncompatibilities(Parse(writer), CompatibilityPolicy.Strict).Select(static found => $"{found.Type} {found.Path} {found.Detail}");

    /// <summary>The errors of a JSON document as <c>place in the document, place in the schema: reason</c>.</summary>
    public static string Check(string schema, string document) => Join(Parse(schema).Validate(Encoding.UTF8.GetBytes(document), DocumentOptions.Json));

    /// <summary>The errors of a binary document that is given in hexadecimal.</summary>
    public static string CheckBinary(string schema, string hex) =>
        Join(Parse(schema).Validate(Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal)), DocumentOptions.Binary));

    private static string Join(IReadOnlyList<DocumentError> errors) =>
        string.Join('\n', errors.Select(static error => $"{error.InstanceLocation} {error.KeywordLocation}: {error.Reason}"));
}
