using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class TagValueIsUnboundedFixerTests
{
    private const string Head = """
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;

        public static class Sample
        {
            private static readonly Counter<long> s_hits = new Meter("m").CreateCounter<long>("hits");


        """;

    private const string Mixed = """
            public static void M(Guid id, string region)
            {
                // Counted once.
                s_hits.Add(1, new("region", region), new("order", id)); // The total.
                s_hits.Add(2, new KeyValuePair<string, object?>("order", id.ToString()));
                if (region.Length > 0)
                {
                    var tags = default(TagList);
                    tags.Add("region", region);
                    tags.Add("order", id); // For now.
                    s_hits.Add(1, tags);
                }
            }
        }
        """;

    private const string Moved = """
            public static void M(Guid id, string region)
            {
                // Counted once.
                Activity.Current?.SetTag("order", id);
                s_hits.Add(1, new KeyValuePair<string, object?>("region", region)); // The total.
                Activity.Current?.SetTag("order", id.ToString());
                s_hits.Add(2);
                if (region.Length > 0)
                {
                    var tags = default(TagList);
                    tags.Add("region", region);
                    Activity.Current?.SetTag("order", id); // For now.
                    s_hits.Add(1, tags);
                }
            }
        }
        """;

    [Fact]
    public Task Fix_ToSpanWhereOneStatementHasRoom_MakesABlock() => FixHarness.VerifyAsync<TagValueIsUnboundedAnalyzer, TagValueIsUnboundedFixer>(
        Head + """
            public static void M(List<Guid> ids)
            {
                foreach (var id in ids) s_hits.Add(1, new KeyValuePair<string, object?>("order", id)); // each
                if (ids.Count > 0)
                    s_hits.Add(1, new("kind", "any"), new("order", ids[0]));
            }
        }
        """,
        Head + """
            public static void M(List<Guid> ids)
            {
                foreach (var id in ids)
                {
                    Activity.Current?.SetTag("order", id);
                    s_hits.Add(1);
                } // each
                if (ids.Count > 0)
                {
                    Activity.Current?.SetTag("order", ids[0]);
                    s_hits.Add(1, new KeyValuePair<string, object?>("kind", "any"));
                }
            }
        }
        """,
        "SpanTag");

    [Fact]
    public Task Fix_ToSpan_MovesTheValue() => FixHarness.VerifyAsync<TagValueIsUnboundedAnalyzer, TagValueIsUnboundedFixer>(Head + Mixed, Head + Moved, "SpanTag");

    [Fact]
    public Task Fix_ToTemplate_AsksForTheRoute() => FixHarness.VerifyAsync<TagValueIsUnboundedAnalyzer, TagValueIsUnboundedFixer>(
        Head + """
            public static void M(HttpContext context, HttpRequest request)
            {
                s_hits.Add(1, new("path", context.Request.Path /* raw */), new("kind", "web"));
                s_hits.Add(1, new("path", request.Path.Value!), new("kind", "web"));
            }
        }
        """,
        Head + """
            public static void M(HttpContext context, HttpRequest request)
            {
                s_hits.Add(1, new("path", (EndpointHttpContextExtensions.GetEndpoint(context) as RouteEndpoint)?.RoutePattern.RawText ?? "unmatched" /* raw */), new("kind", "web"));
                s_hits.Add(1, new("path", (EndpointHttpContextExtensions.GetEndpoint(request.HttpContext) as RouteEndpoint)?.RoutePattern.RawText ?? "unmatched"), new("kind", "web"));
            }
        }
        """,
        "RouteTemplate");

    [Fact]
    public Task Fix_ToType_AsksForTheExceptions() => FixHarness.VerifyAsync<TagValueIsUnboundedAnalyzer, TagValueIsUnboundedFixer>(
        Head + """
            public static void M(Exception error)
            {
                s_hits.Add(1, new("error", error.Message), new("inner", error.ToString()), new("raw", error));
            }
        }
        """,
        Head + """
            public static void M(Exception error)
            {
                s_hits.Add(1, new("error", error.GetType().Name), new("inner", error.GetType().Name), new("raw", error.GetType().Name));
            }
        }
        """,
        "ExceptionType");
}
