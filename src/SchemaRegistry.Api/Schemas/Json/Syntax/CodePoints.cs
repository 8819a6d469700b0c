namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>Characters as Unicode counts them.</summary>
internal static class CodePoints
{
    // The texts hold no half pairs: the reader refuses them.
    public static int CountSurrogatePairs(this ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDBFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDBFF'))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
