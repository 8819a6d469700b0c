namespace SchemaRegistry.Api.Schemas.Json.MetaSchemas;

/// <summary>The meta-schemas of the specification, which the assembly carries.</summary>
internal static class MetaSchemaTexts
{
    private static readonly (string Uri, string Folder)[] s_roots =
    [
        ("http://json-schema.org/draft-04/", "draft-04/"),
        ("http://json-schema.org/draft-06/", "draft-06/"),
        ("http://json-schema.org/draft-07/", "draft-07/"),
        ("https://json-schema.org/draft/2019-09/", "2019-09/"),
        ("https://json-schema.org/draft/2020-12/", "2020-12/"),
    ];

    /// <summary>The text of a meta-schema; none when the URI is not one's.</summary>
    /// <param name="uri">The URI without a fragment.</param>
    public static byte[]? Find(string uri)
    {
        foreach (var (root, folder) in s_roots)
        {
            if (uri.StartsWith(root, StringComparison.Ordinal))
            {
                return Read($"json-schema/{folder}{uri[root.Length..]}.json");
            }
        }

        return null;
    }

    private static byte[]? Read(string name)
    {
        using var stream = typeof(MetaSchemaTexts).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }
}
