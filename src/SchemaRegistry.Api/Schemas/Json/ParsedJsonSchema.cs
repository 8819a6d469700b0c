using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>A JSON Schema that was read once.</summary>
/// <param name="root">The schema.</param>
/// <param name="text">Its text.</param>
/// <param name="references">The schemas it references.</param>
/// <param name="compiled">What it was compiled to.</param>
internal sealed class ParsedJsonSchema(JsonNode root, string text, IReadOnlyList<NamedSchema> references, CompiledSchema compiled) : IParsedSchema
{
    /// <summary>How many characters of errors are listed, more or less: names may be long.</summary>
    private const int MaxErrorsLength = 1_000_000;

    private readonly Lazy<string> _canonicalText = new(() => CanonicalJson.Write(root));

    // Few documents are checked that way.
    private readonly Lazy<CompiledSchema> _asserting = new(() => SchemaCompiler.Compile(new SchemaStore(root, references), assertsFormats: true));

    /// <inheritdoc/>
    /// <remarks>The order of members is part of it, as in Confluent's registry.</remarks>
    public string IdentityText => JsonText.Minify(text);

    public string CanonicalText => _canonicalText.Value;

    public CompiledSchema Compiled => compiled;

    public bool HasTopLevelField(string name) => root.Find("properties")?.Find(name) is not null;

    public IReadOnlyList<Incompatibility> FindIncompatibilities(IParsedSchema writer, CompatibilityPolicy policy) =>
        new SchemaDiff(policy).Compare(((ParsedJsonSchema)writer).Compiled, compiled);

    /// <inheritdoc/>
    /// <remarks>A name that stands twice in an object, a number of more than <see cref="JsonNumber.MaxDigits"/> digits and brackets that nest deeper than
    /// <see cref="JsonSyntax.MaxDepth"/> are errors: what they mean differs between readers.</remarks>
    public IReadOnlyList<DocumentError> Validate(ReadOnlySpan<byte> document, DocumentOptions options)
    {
        if (options.Encoding != DocumentEncoding.Json)
        {
            return [new DocumentError(string.Empty, string.Empty, "JSON Schema has no binary encoding")];
        }

        var schema = options.AssertsFormats ? _asserting.Value : compiled;
        JsonNode instance;
        try
        {
            instance = JsonTreeReader.Read(document, schema.Names);
        }
        catch (SchemaSyntaxException exception)
        {
            return [new DocumentError(string.Empty, string.Empty, $"{TextPosition.Of(document, exception.Offset)}: {exception.Message}")];
        }

        return new Evaluation(schema).IsValid(schema.Root, instance) ? [] : Explain(schema, instance);
    }

    private static List<DocumentError> Explain(CompiledSchema schema, JsonNode instance)
    {
        var explanation = new Explanation(new Evaluation(schema) { RemembersAll = true });
        explanation.Explain(schema.Root, instance, DocumentPath.Root);
        var errors = new List<DocumentError>();
        var length = 0;
        foreach (var error in explanation.Errors.TakeWhile(_ => length < MaxErrorsLength))
        {
            var listed = new DocumentError(error.Path.ToString(), error.Way.ToString(), error.Reason) { AbsoluteKeywordLocation = error.Place.ToUri() };
            errors.Add(listed);
            length += listed.InstanceLocation.Length + listed.KeywordLocation.Length + listed.AbsoluteKeywordLocation.Length + listed.Reason.Length;
        }

        return errors;
    }
}
