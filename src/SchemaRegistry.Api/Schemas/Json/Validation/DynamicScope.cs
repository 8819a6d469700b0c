using SchemaRegistry.Api.Schemas.Json.Model;

namespace SchemaRegistry.Api.Schemas.Json.Validation;

/// <summary>The resources through which an evaluation came, outermost first and each once, since only the first occurrence decides anything.</summary>
internal sealed class DynamicScope
{
    private readonly Dictionary<int, DynamicScope> _inner = [];
    private readonly Counter _counter;

    private DynamicScope(IReadOnlyList<SchemaResource> resources, Counter counter)
    {
        Resources = resources;
        _counter = counter;
        Id = counter.Next++;
    }

    public int Id { get; }

    public IReadOnlyList<SchemaResource> Resources { get; }

    public static DynamicScope CreateEmpty() => new([], new Counter());

    public DynamicScope Enter(SchemaResource resource)
    {
        if (!_inner.TryGetValue(resource.Id, out var inner))
        {
            inner = Resources.Contains(resource) ? this : new DynamicScope([.. Resources, resource], _counter);
            _inner.Add(resource.Id, inner);
        }

        return inner;
    }

    private sealed class Counter
    {
        public int Next { get; set; }
    }
}
