using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Compatibility;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>A JSON Schema that was read once.</summary>
internal sealed class ParsedJsonSchema(JsonNode root, CompiledSchema compiled) : IParsedSchema
{
    /// <summary>How many characters of errors are listed, more or less: names may be long.</summary>
    private const int MaxErrorsLength = 1_000_000;

    private readonly Lazy<string> _canonicalText = new(() => CanonicalJson.Write(root));

    public string CanonicalText => _canonicalText.Value;

    public CompiledSchema Compiled => compiled;

    public IReadOnlyList<Incompatibility> FindIncompatibilities(IParsedSchema writer, CompatibilityPolicy policy) =>
        new SchemaComparison(policy).Compare(((ParsedJsonSchema)writer).Compiled, compiled);

    /// <inheritdoc/>
    /// <remarks>A name that stands twice in an object, a number of more than <see cref="JsonNumber.MaxDigits"/> digits and brackets that nest deeper than
    /// <see cref="JsonSyntax.MaxDepth"/> are errors: what they mean differs between readers.</remarks>
    public IReadOnlyList<DocumentError> Validate(ReadOnlySpan<byte> document, DocumentEncoding encoding)
    {
        if (encoding != DocumentEncoding.Json)
        {
            return [new DocumentError(string.Empty, "#", "JSON Schema has no binary encoding")];
        }

        JsonNode instance;
        try
        {
            instance = JsonTreeReader.Read(document, compiled.Names);
        }
        catch (SchemaSyntaxException exception)
        {
            return [new DocumentError(string.Empty, "#", $"{TextPosition.Of(document, exception.Offset)}: {exception.Message}")];
        }

        return new Evaluation(compiled).IsValid(compiled.Root, instance) ? [] : Explain(instance);
    }

    private List<DocumentError> Explain(JsonNode instance)
    {
        var explanation = new Explanation(new Evaluation(compiled) { RemembersAll = true });
        explanation.Explain(compiled.Root, instance, InstancePath.Root);
        var errors = new List<DocumentError>();
        var length = 0;
        foreach (var error in explanation.Errors.TakeWhile(_ => length < MaxErrorsLength))
        {
            var listed = new DocumentError(error.Path.ToString(), error.Place.ToString(), error.Reason);
            errors.Add(listed);
            length += listed.InstanceLocation.Length + listed.KeywordLocation.Length + listed.Reason.Length;
        }

        return errors;
    }
}
