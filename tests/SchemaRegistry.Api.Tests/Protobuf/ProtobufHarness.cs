using System.Text;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf;

namespace SchemaRegistry.Api.Tests.Protobuf;

/// <summary>Short ways to say what a Protobuf test is about.</summary>
internal static class ProtobufHarness
{
    public static ProtobufSchema Parse(string text, params (string Name, string Text)[] imports) => (ProtobufSchema)new ProtobufFormat().Parse(
        Encoding.UTF8.GetBytes(text), [.. imports.Select(static import => new NamedSchema(import.Name, import.Text))]);

    /// <summary>The incompatible changes as <c>TYPE path</c>, in order.</summary>
    public static string Compare(ProtobufSchema old, ProtobufSchema @new) => string.Join(
        ", ", @new.FindIncompatibilities(old, CompatibilityPolicy.Strict).Select(static change => $"{change.Type} {change.Path}").Order(StringComparer.Ordinal));

    /// <summary>The errors of a JSON document as <c>path: reason</c>.</summary>
    public static string Check(ProtobufSchema schema, string json, string? type = null) =>
        Join(schema.Validate(Encoding.UTF8.GetBytes(json), new DocumentOptions(DocumentEncoding.Json, type)));

    /// <summary>The errors of a binary document, given in hexadecimal, as <c>path: reason</c>.</summary>
    public static string CheckBinary(ProtobufSchema schema, string hex, string? type = null) =>
        Join(schema.Validate(Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal)), new DocumentOptions(DocumentEncoding.Binary, type)));

    private static string Join(IReadOnlyList<DocumentError> errors) =>
        string.Join('\n', errors.Select(static error => $"{error.InstanceLocation}: {error.Reason}"));
}
