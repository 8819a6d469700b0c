using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>What the comparison of two schemas found, with paths relative to them, so that it can be used wherever the two meet again.</summary>
internal sealed class Findings
{
    /// <summary>How many are listed; the same pair may stand in many places.</summary>
    private const int MaxListed = 1_000;

    private const int MaxVisited = 100_000;

    /// <summary>How many characters of paths are made: names may be long.</summary>
    private const int MaxLength = 4_000_000;

    /// <summary>Nothing is wrong.</summary>
    public static readonly Findings None = new();

    private readonly List<(string Type, string Path)> _own = [];
    private readonly List<(string Path, Findings Inner)> _inner = [];

    public bool IsCompatible { get; private set; } = true;

    /// <summary>Something is wrong, which is told elsewhere.</summary>
    public static Findings CreateRefuted() => new() { IsCompatible = false };

    public void Add(string type, string path = "")
    {
        _own.Add((type, path));
        IsCompatible = false;
    }

    public void Add(Findings inner, string path = "")
    {
        if (!inner.IsCompatible)
        {
            _inner.Add((path, inner));
            IsCompatible = false;
        }
    }

    public List<Incompatibility> ToList()
    {
        var listed = new List<Incompatibility>();
        var (visited, length) = (0, 0);
        AddTo(listed, string.Empty, ref visited, ref length);
        return listed;
    }

    private static string Join(string path, string more) => path.Length == 0 ? more : more.Length == 0 ? path : $"{path}/{more}";

    // As deep as the comparison went, which SchemaComparison bounds.
    private void AddTo(List<Incompatibility> listed, string path, ref int visited, ref int length)
    {
        visited++;
        length += path.Length;
        foreach (var (type, place) in _own)
        {
            if (listed.Count < MaxListed && length < MaxLength)
            {
                var full = "#/" + Join(path, place);
                length += full.Length;
                listed.Add(new Incompatibility(type, full, Reasons.Of(type, full)));
            }
        }

        foreach (var (place, inner) in _inner)
        {
            if (listed.Count < MaxListed && visited < MaxVisited && length < MaxLength)
            {
                inner.AddTo(listed, Join(path, place), ref visited, ref length);
            }
        }
    }
}
