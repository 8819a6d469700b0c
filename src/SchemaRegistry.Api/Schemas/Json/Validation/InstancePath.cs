using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Validation;

/// <summary>The way to a value, written out only for errors that are listed.</summary>
internal sealed class InstancePath
{
    public static readonly InstancePath Root = new(null, string.Empty);

    private readonly InstancePath? _outer;
    private readonly string _token;

    private InstancePath(InstancePath? outer, string token)
    {
        _outer = outer;
        _token = token;
        Depth = outer is null ? 0 : outer.Depth + 1;
    }

    public int Depth { get; }

    public InstancePath Append(string name) => new(this, name);

    public InstancePath Append(int index) => new(this, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>As a JSON pointer.</summary>
    public override string ToString()
    {
        var tokens = new string[Depth];
        for (var path = this; path._outer is not null; path = path._outer)
        {
            tokens[path.Depth - 1] = JsonPointer.Append(string.Empty, path._token);
        }

        return string.Concat(tokens);
    }
}
