namespace SchemaRegistry.Api.Schemas.Contracts;

/// <summary>What a team says about a schema. Sorted, so that the order in which a client sends it makes no difference.</summary>
/// <param name="Tags">Tags of parts of the schema, by path.</param>
/// <param name="Properties">Free properties; the names that start with <c>confluent:</c> have a meaning.</param>
/// <param name="Sensitive">Names of the properties whose values are secret.</param>
internal sealed record SchemaMetadata(
    SortedDictionary<string, SortedSet<string>?>? Tags,
    SortedDictionary<string, string?>? Properties,
    SortedSet<string>? Sensitive)
{
    /// <summary>A hint which version is meant; the server sets it to the version that it gives out.</summary>
    public const string VersionHint = "confluent:version";

    /// <summary>Names of fields, separated by commas, that no version may have.</summary>
    public const string Reserved = "confluent:reserved";

    public string? Property(string name) => Properties?.GetValueOrDefault(name);

    /// <summary>The same without members that say nothing; <see langword="null"/> where none is left.</summary>
    public SchemaMetadata? OrNothing()
    {
        var tags = Tags is null ? null : Copy(Tags.Where(static tag => tag.Value is { Count: > 0 }));
        var properties = Properties is null ? null : Copy(Properties.Where(static property => property.Value is not null));
        return tags is not { Count: > 0 } && properties is not { Count: > 0 } && Sensitive is not { Count: > 0 }
            ? null
            : new SchemaMetadata(NullIfEmpty(tags), NullIfEmpty(properties), Sensitive is { Count: > 0 } ? Sensitive : null);
    }

    /// <summary>Both together; where they say different things, <paramref name="stronger"/> wins.</summary>
    public static SchemaMetadata? Merge(SchemaMetadata? weaker, SchemaMetadata? stronger)
    {
        if (weaker is null || stronger is null)
        {
            return weaker ?? stronger;
        }

        var tags = Copy(weaker.Tags ?? []);
        foreach (var (path, names) in stronger.Tags ?? [])
        {
            tags[path] = Union(tags.GetValueOrDefault(path), names);
        }

        var properties = Copy(weaker.Properties ?? []);
        foreach (var (name, value) in stronger.Properties ?? [])
        {
            properties[name] = value;
        }

        return new SchemaMetadata(tags, properties, Union(weaker.Sensitive, stronger.Sensitive)).OrNothing();
    }

    /// <summary>The metadata with another value for a property; <see langword="null"/> takes it out.</summary>
    public static SchemaMetadata? With(SchemaMetadata? metadata, string property, string? value)
    {
        var properties = Copy(metadata?.Properties ?? []);
        properties[property] = value;
        return new SchemaMetadata(metadata?.Tags, properties, metadata?.Sensitive).OrNothing();
    }

    private static SortedDictionary<string, T> Copy<T>(IEnumerable<KeyValuePair<string, T>> pairs)
    {
        var copy = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            copy[key] = value;
        }

        return copy;
    }

    private static SortedSet<string> Union(SortedSet<string>? left, SortedSet<string>? right) => new([.. left ?? [], .. right ?? []], StringComparer.Ordinal);

    private static SortedDictionary<string, T>? NullIfEmpty<T>(SortedDictionary<string, T>? pairs) => pairs is { Count: > 0 } ? pairs : null;
}
