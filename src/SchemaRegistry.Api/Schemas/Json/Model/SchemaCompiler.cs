using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Keywords;
using SchemaRegistry.Api.Schemas.Json.Patterns;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>Turns the texts of a schema and of what it refers to into a graph of evaluable schemas.</summary>
internal sealed class SchemaCompiler(SchemaStore store, bool assertsFormats)
{
    // Each takes a good part of a millisecond to make.
    private const int MaxPatterns = 2_000;

    private readonly Dictionary<string, EcmaPattern> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, SchemaNode> _nodes = [];
    private readonly List<SchemaNode> _inOrder = [];
    private readonly Queue<Action> _references = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private bool _isDynamic;

    public static CompiledSchema Compile(SchemaStore store, bool assertsFormats) => new SchemaCompiler(store, assertsFormats).Compile();

    /// <summary>The node of a schema, compiled when it is first asked for. As deep as the text's brackets, since references wait in a queue.</summary>
    public SchemaNode Compile(JsonNode schema, SchemaPlace place)
    {
        if (_nodes.TryGetValue(schema, out var known))
        {
            known.Uses++;
            return known;
        }

        place = store.PlaceOf(schema, place);
        var node = new SchemaNode(_inOrder.Count, schema, place) { Uses = 1 };
        _nodes.Add(schema, node);
        _inOrder.Add(node);
        if (schema.Kind == JsonKind.Boolean)
        {
            node.Always = schema.Boolean;
            return node;
        }

        if (!schema.IsObject)
        {
            throw Fail(place, schema, "this is not a schema: a schema is an object or a boolean");
        }

        var context = new KeywordContext(this, node, assertsFormats);
        node.Keywords = KeywordTable.Read(context);
        node.Always = node.Keywords.Count == 0 ? true : null;
        foreach (var (tokens, subschema) in Subschemas.Of(schema, place.Resource.Dialect.Draft))
        {
            // Definitions, and what stands beside a $ref, must make sense too, though nothing may lead there.
            if (!_nodes.ContainsKey(subschema))
            {
                Compile(subschema, place.Append(tokens)).Uses = 0;
            }
        }

        return node;
    }

    /// <summary>Finds the target of a reference when everything else is compiled.</summary>
    public void Refer(SchemaNode from, JsonNode reference, Action<SchemaNode, SchemaResource> found) => _references.Enqueue(() =>
    {
        if (store.Resolve(from.Place.Resource, reference.Text) is not var (target, place, resource))
        {
            throw Fail(from.Place, reference, $"the reference \"{reference.Text}\" leads nowhere: neither this schema nor the schemas it references have it");
        }

        // A schema further out can only be chosen when it is compiled.
        Compile(resource.Root, store.PlaceOf(resource.Root, place)).Uses--;
        found(Compile(target, place), resource);
    });

    /// <summary>A regular expression, made once for all places that have it.</summary>
    /// <exception cref="FormatException">The text is not one.</exception>
    /// <exception cref="WorkLimitException">There are too many.</exception>
    public EcmaPattern PatternOf(string text)
    {
        if (!_patterns.TryGetValue(text, out var pattern))
        {
            if (_patterns.Count == MaxPatterns)
            {
                throw new WorkLimitException($"the schema has more than {MaxPatterns} different patterns");
            }

            pattern = EcmaPattern.Create(text);
            _patterns.Add(text, pattern);
        }

        return pattern;
    }

    public void SetDynamic() => _isDynamic = true;

    public void AddNames(IEnumerable<string> names) => _names.UnionWith(names);

    public SchemaNode NodeOf(JsonNode schema) => _nodes[schema];

    /// <summary>The error for something that is wrong in a schema; a place in another text is told in words.</summary>
    public static SchemaSyntaxException Fail(SchemaPlace place, JsonNode at, string reason) =>
        place.Resource.Document.Length == 0
            ? new SchemaSyntaxException(at.Offset, $"{place}: {reason}")
            : new SchemaSyntaxException(0, $"{place}: {reason}");

    private CompiledSchema Compile()
    {
        var root = Compile(store.Main.Root, new SchemaPlace(store.Main, Outer: null));
        while (_references.TryDequeue(out var resolve))
        {
            resolve();
        }

        ReferenceCycles.Refuse(_inOrder);
        MarkShared();
        return new CompiledSchema(root, _nodes, _isDynamic, _names);
    }

    private void MarkShared()
    {
        var looksAtRest = _inOrder.Any(static node => node.Keywords.Any(static keyword => keyword is UnevaluatedProperties or UnevaluatedItems));
        foreach (var node in _inOrder)
        {
            node.IsShared |= node.Uses > 1 || (_isDynamic && IsDynamicTarget(node));
            if (looksAtRest)
            {
                // These are asked again for the parts that they looked at.
                foreach (var inner in node.Keywords.SelectMany(static keyword => keyword.InPlace))
                {
                    inner.IsShared = true;
                }
            }
        }
    }

    private static bool IsDynamicTarget(SchemaNode node) =>
        node.Source.Find("$dynamicAnchor") is not null || node.Source.Find("$recursiveAnchor") is not null;
}
