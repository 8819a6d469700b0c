using System.Text;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.MetaSchemas;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>The documents that a schema is made of: its own, the referenced ones and the meta-schemas, each read when it is first needed.</summary>
internal sealed class SchemaStore
{
    private readonly Dictionary<string, SchemaResource> _byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, SchemaPlace> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<NamedSchema> _unread;
    private readonly Dictionary<string, SchemaResource> _byName = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<NamedSchema> _references;

    // The parts of the schema itself that are written in another draft than what is around them.
    private readonly Dictionary<JsonNode, SchemaResource> _foreign = new(ReferenceEqualityComparer.Instance);
    private int _count;

    public SchemaStore(JsonNode root, IReadOnlyList<NamedSchema> references)
    {
        _references = references;
        _unread = [.. references];
        Main = Add(root, UriReference.Unnamed, string.Empty, Dialect.Default);
    }

    /// <summary>The schema itself.</summary>
    public SchemaResource Main { get; }

    /// <summary>Checks the schema itself against its meta-schema, which may be one of the referenced schemas, and parts of it in another draft against that one's.</summary>
    /// <exception cref="SchemaSyntaxException">A keyword's value is not what the meta-schema demands.</exception>
    public void CheckKeywords()
    {
        MetaSchemaCheck.Check(OwnPart(Main), Main.Dialect.Draft);
        foreach (var resource in _foreign.Values)
        {
            MetaSchemaCheck.Check(OwnPart(resource), resource.Dialect.Draft, resource.Uri.ToString());
        }

        if (Main.Root.FindText("$schema") is { } uri && Dialect.OfDraft(uri) is null && Find(uri.TrimEnd('#')) is { } metaSchema)
        {
            MetaSchemaCheck.Check(Main.Root, SchemaCompiler.Compile(new SchemaStore(metaSchema.Root, _references), assertsFormats: false));
        }
    }

    public SchemaPlace PlaceOf(JsonNode schema, SchemaPlace otherwise) => _places.GetValueOrDefault(schema, otherwise);

    /// <summary>The schema that a reference leads to.</summary>
    /// <returns>Nothing when there is none.</returns>
    public (JsonNode Node, SchemaPlace Place, SchemaResource Resource)? Resolve(SchemaResource from, string reference)
    {
        var uri = from.Uri.Resolve(reference);
        var resource = Find(uri.WithoutFragment()) ?? FindByName(UriReference.Parse(reference).WithoutFragment());
        if (resource is null || Locate(resource, Uri.UnescapeDataString(uri.Fragment ?? string.Empty)) is not var (node, place))
        {
            return null;
        }

        return (node, place, resource);
    }

    /// <summary>The dialect that a document's root declares; the default one for a <c>$schema</c> that nobody knows.</summary>
    private Dialect DialectOf(JsonNode root, Dialect inherited)
    {
        if (root.FindText("$schema") is not { } uri)
        {
            return inherited;
        }

        if (Dialect.OfDraft(uri) is { } dialect)
        {
            return dialect;
        }

        // While the meta-schema itself is read it is in neither list, so that one that names itself comes out as the default.
        return Find(uri.TrimEnd('#')) is { } metaSchema ? Dialect.OfMetaSchema(metaSchema.Root, metaSchema.Dialect) : Dialect.Default;
    }

    private SchemaResource? Find(string uri)
    {
        if (_byUri.TryGetValue(uri, out var known))
        {
            return known;
        }

        // A name may be the URI, or relative to the URI of the schema, or mean something else than the $id inside.
        if (FindUnread(name => UriReference.Unnamed.Resolve(name).ToString() == uri || Main?.Uri.Resolve(name).ToString() == uri) is { } named)
        {
            return named;
        }

        if (MetaSchemaTexts.Find(uri) is { } text)
        {
            return Add(JsonTreeReader.Read(text), UriReference.Parse(uri), uri, Dialect.Default);
        }

        while (_unread.Count > 0)
        {
            Read(_unread[^1]);
        }

        return _byUri.GetValueOrDefault(uri);
    }

    private SchemaResource? FindByName(string name) => _byName.GetValueOrDefault(name);

    private SchemaResource? FindUnread(Predicate<string> isMeant)
    {
        var index = _unread.FindIndex(reference => isMeant(reference.Name));
        return index < 0 ? null : Read(_unread[index]);
    }

    private SchemaResource Read(NamedSchema reference)
    {
        _unread.Remove(reference);
        try
        {
            var resource = Add(
                JsonTreeReader.Read(Encoding.UTF8.GetBytes(reference.Text)), UriReference.Unnamed.Resolve(reference.Name), reference.Name, InheritedDialect);
            _byName.TryAdd(reference.Name, resource);
            if (Main is not null)
            {
                _byUri.TryAdd(Main.Uri.Resolve(reference.Name).WithoutFragment(), resource);
            }

            return resource;
        }
        catch (SchemaSyntaxException exception)
        {
            // Its position would be one in another text.
            throw new SchemaSyntaxException(0, $"the referenced schema \"{reference.Name}\": {exception.Message}");
        }
    }

    // What is referenced without a $schema is written in the language of the one who refers to it.
    private Dialect InheritedDialect => Main?.Dialect ?? Dialect.Default;

    private SchemaResource Add(JsonNode root, UriReference uri, string document, Dialect inherited)
    {
        var dialect = DialectOf(root, inherited);
        var own = OwnUri(root, dialect, uri);
        var resource = new SchemaResource(_count++, own ?? uri, root, dialect, document, outer: null);
        _byUri.TryAdd(uri.WithoutFragment(), resource);
        _byUri.TryAdd(resource.Uri.WithoutFragment(), resource);
        Index(root, new SchemaPlace(resource, Outer: null));
        return resource;
    }

    private void Index(JsonNode schema, SchemaPlace place)
    {
        if (schema.IsObject && !ReferenceEquals(schema, place.Resource.Root))
        {
            place = place with { Resource = ResourceOf(schema, place) };
        }

        _places[schema] = place;
        if (schema.IsObject)
        {
            AddAnchors(schema, place.Resource);
        }

        foreach (var (tokens, subschema) in Subschemas.Of(schema, place.Resource.Dialect.Draft))
        {
            Index(subschema, place.Append(tokens));
        }
    }

    // Without the parts that another meta-schema describes; what this one allows in their place are schemas, of which an empty one is right in every draft.
    private JsonNode OwnPart(SchemaResource resource)
    {
        return _foreign.Count == 0 ? resource.Root : Copy(resource.Root);

        JsonNode Copy(JsonNode node) => node.Kind switch
        {
            JsonKind.Array => new JsonNode(node.Kind, node.Offset, node.Id, node.Items.Select(Part).ToArray()),
            JsonKind.Object => new JsonNode(node.Kind, node.Offset, node.Id, node.Members.Select(member => member with { Value = Part(member.Value) }).ToArray()),
            _ => node,
        };

        JsonNode Part(JsonNode node) => _foreign.ContainsKey(node) ? new JsonNode(JsonKind.Object, node.Offset, node.Id) : Copy(node);
    }

    private SchemaResource ResourceOf(JsonNode schema, SchemaPlace place)
    {
        var parent = place.Resource;
        // Only what has a URI of its own can be written in another language than what is around it.
        var dialect = schema.FindText("$schema") is { } uri && Dialect.OfDraft(uri) is { } declared ? declared : parent.Dialect;
        if (OwnUri(schema, dialect, parent.Uri) is not { } own)
        {
            return parent;
        }

        var resource = new SchemaResource(_count++, own, schema, DialectOf(schema, parent.Dialect), parent.Document, place);
        _byUri.TryAdd(own.WithoutFragment(), resource);
        if (resource.Document.Length == 0 && resource.Dialect.Draft != parent.Dialect.Draft)
        {
            _foreign.Add(schema, resource);
        }

        return resource;
    }

    // The URI that a schema gives itself; a mere fragment is an anchor.
    private static UriReference? OwnUri(JsonNode schema, Dialect dialect, UriReference parent) =>
        schema.FindText(dialect.IdKeyword) is { Length: > 0 } id && id[0] != '#' && !IsIgnored(schema, dialect)
            ? parent.Resolve(id) with { Fragment = null }
            : null;

    private static bool IsIgnored(JsonNode schema, Dialect dialect) => dialect.RefStandsAlone && schema.FindText("$ref") is not null;

    private static void AddAnchors(JsonNode schema, SchemaResource resource)
    {
        if (resource.Dialect.Draft <= Draft.Draft7)
        {
            if (schema.FindText(resource.Dialect.IdKeyword) is { } id && UriReference.Parse(id).Fragment is { Length: > 0 } fragment && !IsIgnored(schema, resource.Dialect))
            {
                resource.Anchors.TryAdd(fragment, schema);
            }

            return;
        }

        if (schema.FindText("$anchor") is { } anchor)
        {
            resource.Anchors.TryAdd(anchor, schema);
        }

        if (resource.Dialect.Draft == Draft.Draft202012 && schema.FindText("$dynamicAnchor") is { } dynamic)
        {
            resource.Anchors.TryAdd(dynamic, schema);
            resource.DynamicAnchors.TryAdd(dynamic, schema);
        }
    }

    private (JsonNode Node, SchemaPlace Place)? Locate(SchemaResource resource, string fragment)
    {
        var place = resource.Outer is null ? new SchemaPlace(resource, Outer: null) : resource.Outer with { Resource = resource };
        if (fragment.Length == 0)
        {
            return (resource.Root, PlaceOf(resource.Root, place));
        }

        if (fragment[0] != '/')
        {
            return resource.Anchors.TryGetValue(fragment, out var anchored) ? (anchored, PlaceOf(anchored, place)) : null;
        }

        var node = resource.Root;
        foreach (var token in fragment.Split('/').Skip(1).Select(JsonPointer.Unescape))
        {
            if (JsonPointer.Step(node, token) is not { } next)
            {
                return null;
            }

            node = next;
            place = PlaceOf(node, place.Append(token));
        }

        return (node, place);
    }
}
