using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>Names that are derived from other names.</summary>
internal static class Naming
{
    /// <summary><c>foo_bar</c> as <c>fooBar</c>.</summary>
    public static string ToJsonName(string name)
    {
        var result = new StringBuilder(name.Length);
        var upper = false;
        foreach (var c in name)
        {
            if (c == '_')
            {
                upper = true;
                continue;
            }

            result.Append(upper && char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return result.ToString();
    }

    /// <summary>The type that stands for the entries of a map field: <c>foo_bar</c> gives <c>FooBarEntry</c>.</summary>
    public static string ToMapEntryName(string name)
    {
        var result = new StringBuilder(name.Length + 5);
        var upper = true;
        foreach (var c in name)
        {
            if (c == '_')
            {
                upper = true;
                continue;
            }

            result.Append(upper && char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return result.Append("Entry").ToString();
    }

    public static string Join(string scope, string name) => scope.Length == 0 ? name : $"{scope}.{name}";

    public static bool IsIdentifier(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
