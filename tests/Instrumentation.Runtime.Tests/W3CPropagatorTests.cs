using System.Diagnostics;
using Instrumentation.Tracing;

namespace Instrumentation.Runtime.Tests;

/// <summary>The cases of the W3C trace-context test suite.</summary>
public sealed class W3CPropagatorTests
{
    private const string Trace = "12345678901234567890123456789012";
    private const string Span = "1234567890123456";
    private const string Valid = $"00-{Trace}-{Span}-01";

    [Theory]
    [InlineData(Valid, Valid)]
    [InlineData($" \t {Valid} \t ", Valid)]
    [InlineData($"00-{Trace}-{Span}-00", $"00-{Trace}-{Span}-00")]
    [InlineData($"00-{Trace}-{Span}-03", $"00-{Trace}-{Span}-03")]
    [InlineData($"00-{Trace}-{Span}-ff", $"00-{Trace}-{Span}-03")]
    [InlineData($"00-{Trace}-{Span}-0c", $"00-{Trace}-{Span}-00")]
    [InlineData($"cc-{Trace}-{Span}-01", Valid)]
    [InlineData($"cc-{Trace}-{Span}-01-what-the-future-will-be-like", Valid)]
    [InlineData($"cc-{Trace}-{Span}-01-", Valid)]
    public void TraceParent_Valid_IsReadAsVersion00(string header, string expected) => Assert.Equal(expected, Extract([header], []).Parent);

    [Theory]
    [InlineData("")]
    [InlineData($"00-{Trace}-{Span}-01.")]
    [InlineData($"00-{Trace}-{Span}-01-")]
    [InlineData($"00-{Trace}-{Span}-01-what-the-future-will-be-like")]
    [InlineData($"cc-{Trace}-{Span}-01.what-the-future-will-be-like")]
    [InlineData($"cc-{Trace}-{Span}-01what")]
    [InlineData($"ff-{Trace}-{Span}-01")]
    [InlineData($"FF-{Trace}-{Span}-01")]
    [InlineData($"CC-{Trace}-{Span}-01")]
    [InlineData($".0-{Trace}-{Span}-01")]
    [InlineData($"0.-{Trace}-{Span}-01")]
    [InlineData($"000-{Trace}-{Span}-01")]
    [InlineData($"0-{Trace}-{Span}-01")]
    [InlineData($"-{Trace}-{Span}-01")]
    [InlineData($"00-00000000000000000000000000000000-{Span}-01")]
    [InlineData($"00-{Trace}-0000000000000000-01")]
    [InlineData($"00-.2345678901234567890123456789012-{Span}-01")]
    [InlineData($"00-1234567890123456789012345678901.-{Span}-01")]
    [InlineData($"00-ABCDEF78901234567890123456789012-{Span}-01")]
    [InlineData($"00-{Trace}-ABCDEF7890123456-01")]
    [InlineData($"00-{Trace}-123456789012345g-01")]
    [InlineData($"00-{Trace}-{Span}-0B")]
    [InlineData($"00-{Trace}1-{Span}-01")]
    [InlineData($"00-1234567890123456789012345678901-{Span}-01")]
    [InlineData($"00-{Trace}-{Span}1-01")]
    [InlineData($"00-{Trace}-123456789012345-01")]
    [InlineData($"00-{Trace}-{Span}-.0")]
    [InlineData($"00-{Trace}-{Span}-0.")]
    [InlineData($"00-{Trace}-{Span}-001")]
    [InlineData($"00-{Trace}-{Span}-1")]
    [InlineData($"00_{Trace}-{Span}-01")]
    [InlineData($"00-{Trace}_{Span}-01")]
    [InlineData($"00-{Trace}-{Span}_01")]
    public void TraceParent_Invalid_IsNone_AndSoIsTheState(string header) => Assert.Equal((null, null), Extract([header], ["foo=1"]));

    [Fact]
    public void TraceParent_Twice_IsNone() => Assert.Equal((null, null), Extract([Valid, Valid], ["foo=1"]));

    [Fact]
    public void TraceState_Alone_IsNone() => Assert.Equal((null, null), Extract([], ["foo=1"]));

    [Theory]
    [InlineData("foo=1,bar=2", "foo=1,bar=2")]
    [InlineData("foo=1 \t , \t bar=2, \t baz=3", "foo=1,bar=2,baz=3")]
    [InlineData("foo=1,", "foo=1")]
    [InlineData("foo=1,,bar=2", "foo=1,bar=2")]
    [InlineData("foo= a b", "foo= a b")]
    [InlineData("foo=1,foo=2", "foo=1")]
    [InlineData("0a@b=1", "0a@b=1")]
    [InlineData("a_-*/9=!~", "a_-*/9=!~")]
    public void TraceState_Valid_IsKeptInOrder(string header, string expected) => Assert.Equal((Valid, expected), Extract([Valid], [header]));

    [Fact]
    public void TraceState_InSeveralHeaders_IsOneList() => Assert.Equal((Valid, "foo=1,bar=2"), Extract([Valid], ["foo=1", "", "bar=2"]));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("foo")]
    [InlineData("=1")]
    [InlineData("foo=")]
    [InlineData("foo=,bar=3")]
    [InlineData("foo =1")]
    [InlineData("FOO=1")]
    [InlineData("foo.bar=1")]
    [InlineData("0foo=1")]
    [InlineData("foo@=1,bar=2")]
    [InlineData("@foo=1,bar=2")]
    [InlineData("foo@@bar=1,bar=2")]
    [InlineData("foo@bar@baz=1,bar=2")]
    [InlineData("foo=bar=baz")]
    [InlineData("foo=\u00e9")]
    [InlineData("foo=a\tb")]
    public void TraceState_Invalid_IsDropped_AndTheTraceGoesOn(string header) => Assert.Equal((Valid, null), Extract([Valid], [header]));

    [Theory]
    [InlineData(256, 0, true)]
    [InlineData(257, 0, false)]
    [InlineData(241, 14, true)]
    [InlineData(242, 14, false)]
    [InlineData(241, 15, false)]
    public void TraceState_KeyLengths_AreThoseOfTheText(int tenant, int system, bool valid)
    {
        var header = new string('k', tenant) + (system == 0 ? "" : "@" + new string('s', system)) + "=1";
        Assert.Equal(valid ? header : null, Extract([Valid], [header]).State);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void TraceState_Members_Are32AtMost(int count, bool valid)
    {
        var header = string.Join(',', Enumerable.Range(0, count).Select(static i => $"k{i}={i}"));
        Assert.Equal(valid ? header : null, Extract([Valid], [header]).State);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void TraceState_Value_Is256CharactersAtMost(int length, bool valid) =>
        Assert.Equal(valid, Extract([Valid], ["foo=" + new string('v', length)]).State is not null);

    private static (string? Parent, string? State) Extract(string[] parents, string[] states)
    {
        new W3CPropagator().ExtractTraceIdAndState(
            carrier: null,
            (object? _, string name, out string? value, out IEnumerable<string>? values) =>
            {
                value = null;
                values = name == "traceparent" ? parents : states;
            },
            out var parent,
            out var state);
        return (parent, state);
    }
}
