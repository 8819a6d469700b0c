using System.Globalization;
using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

[Instrumented]
internal sealed partial class ReferenceResolver(ISubjectRepository subjects) : IReferenceResolver
{
    // More than any real schema has; keeps one request from loading the whole registry.
    private const int MaxSchemas = 1000;

    public async partial ValueTask<IReadOnlyList<NamedSchema>> ResolveAsync(
        SchemaFormat format, IReadOnlyList<SchemaReference> references, CancellationToken cancellation)
    {
        if (references.Count == 0)
        {
            return [];
        }

        // Depth first without recursion: a schema goes to the result when its own references have. There are no
        // cycles to fear, because only registered schemas can be referenced.
        var resolved = new List<NamedSchema>();
        // A schema that is called by two names is there under both.
        var seen = new HashSet<(int Id, string Name)>();
        var open = new Stack<(NamedSchema? Schema, Queue<SchemaReference> Left)>();
        open.Push((null, new Queue<SchemaReference>(references)));
        while (open.TryPeek(out var top))
        {
            if (top.Left.TryDequeue(out var reference))
            {
                var schema = await FindAsync(format, reference, cancellation);
                if (seen.Add((schema.Id, reference.Name)))
                {
                    open.Push((new NamedSchema(reference.Name, schema.Text), new Queue<SchemaReference>(schema.References)));
                }

                continue;
            }

            open.Pop();
            if (top.Schema is not null)
            {
                resolved.Add(top.Schema);
            }

            if (seen.Count > MaxSchemas)
            {
                throw RegistryErrors.InvalidSchema(string.Create(CultureInfo.InvariantCulture, $"More than {MaxSchemas} schemas are referenced"));
            }
        }

        return resolved;
    }

    private async ValueTask<StoredSchema> FindAsync(SchemaFormat format, SchemaReference reference, CancellationToken cancellation)
    {
        var found = reference.Version == VersionSelector.LatestNumber
            ? await subjects.FindLatestAsync(reference.Subject, DeletedVersions.Hidden, cancellation)
            : await subjects.FindVersionAsync(reference.Subject, reference.Version, DeletedVersions.Included, cancellation);
        if (found is null)
        {
            throw RegistryErrors.InvalidSchema(string.Create(
                CultureInfo.InvariantCulture, $"No schema reference found for subject \"{reference.Subject}\" and version {reference.Version}"));
        }

        return found.Schema.Format == format
            ? found.Schema
            : throw RegistryErrors.InvalidSchema(
                $"Invalid {SchemaFormats.WireName(format)} schema: a reference leads to a schema of type {SchemaFormats.WireName(found.Schema.Format)}");
    }
}
