using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Compatibility;

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

    // Made when needed: most pairs are compatible.
    private List<(string Type, string Path, string Detail)>? _own;
    private List<(string Path, Findings Inner)>? _inner;

    public bool IsCompatible { get; private set; } = true;

    public void Add(string type, string path = "", string detail = "")
    {
        (_own ??= []).Add((type, path, detail));
        IsCompatible = false;
    }

    public void Add(Findings inner, string path = "")
    {
        if (!inner.IsCompatible)
        {
            (_inner ??= []).Add((path, inner));
            IsCompatible = false;
        }
    }

    /// <summary>Writes the findings out.</summary>
    /// <param name="root">What every path begins with.</param>
    /// <param name="reason">The words for a type, a path and a detail.</param>
    public List<Incompatibility> ToList(string root, Func<string, string, string, string> reason)
    {
        var listed = new List<Incompatibility>();
        var (visited, length) = (0, 0);
        List(this, string.Empty);
        return listed;

        // As deep as the comparison went, which PairMemo bounds.
        void List(Findings findings, string path)
        {
            visited++;
            length += path.Length;
            foreach (var (type, place, detail) in findings._own ?? [])
            {
                if (listed.Count < MaxListed && length < MaxLength)
                {
                    var full = root + Join(path, place);
                    length += full.Length + detail.Length;
                    listed.Add(new Incompatibility(type, full, reason(type, full, detail), detail));
                }
            }

            foreach (var (place, inner) in findings._inner ?? [])
            {
                if (listed.Count < MaxListed && visited < MaxVisited && length < MaxLength)
                {
                    List(inner, Join(path, place));
                }
            }
        }
    }

    private static string Join(string path, string more) => path.Length == 0 ? more : more.Length == 0 ? path : $"{path}/{more}";
}
