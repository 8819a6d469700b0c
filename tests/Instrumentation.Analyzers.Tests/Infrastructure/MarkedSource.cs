using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Analyzers.Tests.Infrastructure;

/// <summary>A source with the places where a rule must speak: <c>[|place|]</c>, or <c>{|INS2001:place|}</c> where several rules run.</summary>
internal sealed partial record MarkedSource(string Text, IReadOnlyList<(string? Id, TextSpan Span)> Marks)
{
    public static MarkedSource Parse(string marked)
    {
        var marks = new List<(string?, TextSpan)>();
        var open = new Stack<(string? Id, int Start)>();
        var text = new System.Text.StringBuilder();
        var last = 0;
        foreach (Match match in Markup().Matches(marked))
        {
            text.Append(marked, last, match.Index - last);
            last = match.Index + match.Length;
            if (match.Value[0] == '|')
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, text.Length)));
            }
            else
            {
                open.Push((match.Groups["id"].Success ? match.Groups["id"].Value : null, text.Length));
            }
        }

        text.Append(marked, last, marked.Length - last);
        Assert.Empty(open);
        return new MarkedSource(text.ToString(), [.. marks.OrderBy(mark => mark.Item2.Start)]);
    }

    [GeneratedRegex(@"\[\|(?!\])|\{\|(?<id>INS\d{4}):|\|\]|\|\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();
}
