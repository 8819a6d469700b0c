using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>Where a schema stands: in which resource, and at which place of the document.</summary>
/// <remarks>A chain, written out only for messages: long names above many schemas would otherwise be copied for each.</remarks>
/// <param name="Resource">The resource that it belongs to.</param>
/// <param name="Outer">The place around it; none for the document's root.</param>
/// <param name="Tokens">The way from there.</param>
internal sealed record SchemaPlace(SchemaResource Resource, SchemaPlace? Outer, params string[] Tokens)
{
    public SchemaPlace Append(params string[] tokens) => new(Resource, this, tokens);

    /// <summary>The URI of the resource, with a pointer into it.</summary>
    public string ToUri()
    {
        var pointer = string.Empty;
        for (var place = this; place.Outer is { } outer && ReferenceEquals(outer.Resource, Resource); place = outer)
        {
            pointer = string.Concat(place.Tokens.Select(static token => JsonPointer.Append(string.Empty, token))) + pointer;
        }

        return $"{Resource.Uri}#{pointer}";
    }

    /// <summary>For messages: a fragment for the schema itself, a URI for others.</summary>
    public override string ToString()
    {
        var tokens = new Stack<string>();
        for (var place = this; place is not null; place = place.Outer)
        {
            foreach (var token in place.Tokens.Reverse())
            {
                tokens.Push(token);
            }
        }

        return $"{Resource.Document}#{string.Concat(tokens.Select(static token => JsonPointer.Append(string.Empty, token)))}";
    }
}
