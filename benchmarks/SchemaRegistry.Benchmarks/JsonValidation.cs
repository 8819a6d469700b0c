using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Benchmarks;

/// <summary>An order of 10 kB and its schema: references, limits, a pattern, an enumeration, closed objects.</summary>
public class JsonValidation
{
    private const string Schema = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "properties": {
            "id": { "type": "string", "pattern": "^O-[0-9]{6}$" },
            "customer": { "$ref": "#/$defs/party" },
            "recipient": { "$ref": "#/$defs/party" },
            "placed": { "type": "string", "format": "date-time" },
            "lines": { "type": "array", "items": { "$ref": "#/$defs/line" }, "minItems": 1, "maxItems": 1000 },
            "notes": { "type": ["string", "null"], "maxLength": 500 }
          },
          "required": ["id", "customer", "lines"],
          "additionalProperties": false,
          "$defs": {
            "party": {
              "type": "object",
              "properties": {
                "name": { "type": "string", "minLength": 1, "maxLength": 100 },
                "country": { "enum": ["DE", "FR", "IT", "NL", "PL"] }
              },
              "required": ["name"]
            },
            "line": {
              "type": "object",
              "properties": {
                "article": { "type": "string", "minLength": 3, "maxLength": 20 },
                "quantity": { "type": "integer", "minimum": 1 },
                "price": { "type": "number", "multipleOf": 0.01, "exclusiveMinimum": 0 },
                "tags": { "type": "array", "items": { "type": "string" }, "uniqueItems": true }
              },
              "required": ["article", "quantity", "price"],
              "additionalProperties": false
            }
          }
        }
        """;

    private byte[] _document = [];
    private IParsedSchema? _compiled;

    [GlobalSetup]
    public void Setup()
    {
        var lines = Enumerable.Range(0, 121).Select(static index => string.Create(CultureInfo.InvariantCulture, $$"""
            { "article": "A-{{index + 10000}}", "quantity": {{index + 1}}, "price": {{index + 1}}.95, "tags": ["new", "t{{index}}"] }
            """));
        _document = Encoding.UTF8.GetBytes($$"""
            { "id": "O-123456", "customer": { "name": "Ada", "country": "NL" }, "recipient": { "name": "Grace" },
              "placed": "2024-05-01T12:00:00Z", "notes": null, "lines": [{{string.Join(",\n", lines)}}] }
            """);
        _compiled = new JsonSchemaFormat().Parse(Encoding.UTF8.GetBytes(Schema), []);
        if (_document.Length is < 10_000 or > 10_300 || Validate() != 0)
        {
            throw new InvalidOperationException($"The document has {_document.Length} bytes and {Validate()} errors.");
        }
    }

    [Benchmark(Description = "validate 10 kB")]
    public int Validate() => _compiled!.Validate(_document, DocumentOptions.Json).Count;

    [Benchmark(Description = "compile the schema")]
    public object Compile() => new JsonSchemaFormat().Parse(Encoding.UTF8.GetBytes(Schema), []);
}
