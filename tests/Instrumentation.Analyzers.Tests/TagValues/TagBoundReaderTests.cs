using Instrumentation.Analyzers.Tests.Expressions;
using Instrumentation.Generator.Shared;

namespace Instrumentation.Analyzers.Tests.TagValues;

public sealed class TagBoundReaderTests
{
    private const string Source = """
        #nullable enable
        using System;
        using Instrumentation;
        public enum Kind { First, [TagValue("2nd")] SecondOne, Alias = First, Third = 7 }
        public record struct Id(Guid Value);
        class C
        {
            [Tag("t", Value = "v")]
            internal void M<T>(
                Kind kind, Kind? maybe, bool flag, bool? perhaps, string text, string? nullable, int number, long big, double real, Guid guid, DateTime time,
                DateTimeOffset moment, Uri uri, Id id, ArgumentException exception, object any, T generic, byte octet, System.Net.IPAddress address) { }
        }
        """;

    [Theory]
    [InlineData("kind", "first 2nd third")]
    [InlineData("maybe", "first 2nd third none")]
    [InlineData("flag", "false true")]
    [InlineData("perhaps", "false true none")]
    [InlineData("\"a\"", "a")]
    [InlineData("12", "12")]
    [InlineData("true", "true")]
    [InlineData("Kind.SecondOne", "2nd")]
    [InlineData("flag ? \"yes\" : \"no\"", "yes no")]
    [InlineData("flag ? \"yes\" : null", "yes none")]
    public void ClosedType_ListsItsTexts(string expression, string texts)
    {
        var bound = TagBoundReader.Read(BinderHarness.Bind(expression, Source), null, 0);

        Assert.Equal(TagBoundKind.Closed, bound.Kind);
        Assert.Equal(texts, string.Join(' ', bound.Texts));
    }

    [Theory]
    [InlineData("text", "a b")]
    [InlineData("nullable", "a b none")]
    [InlineData("number", "a b")]
    public void DeclaredValues_CloseTheSet(string expression, string texts) =>
        Assert.Equal(texts, string.Join(' ', TagBoundReader.Read(BinderHarness.Bind(expression, Source), ["a", "b", "a"], 0).Texts));

    [Fact]
    public void EnumValues_KeepMemberAndNumber()
    {
        var third = TagBoundReader.Read(BinderHarness.Bind("kind", Source), null, 0).Values[2];

        Assert.Equal(("third", (object)7, "Third"), (third.Text, third.Constant!, third.Member));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("guid")]
    [InlineData("generic")]
    public void MaxValues_BoundsAnyType(string expression)
    {
        var bound = TagBoundReader.Read(BinderHarness.Bind(expression, Source), null, 20);

        Assert.Equal((TagBoundKind.Bounded, 20), (bound.Kind, bound.MaxValues));
    }

    [Theory]
    [InlineData("text", "a string has no limited set of values")]
    [InlineData("number", "an int has 2^32 values")]
    [InlineData("big", "a long has 2^64 values")]
    [InlineData("octet", "a byte has 256 values")]
    [InlineData("real", "a floating-point number has practically no two equal values")]
    [InlineData("guid", "a Guid has 2^122 values")]
    [InlineData("time", "a DateTime is different at each call")]
    [InlineData("moment", "a DateTimeOffset moves on with the clock")]
    [InlineData("uri", "a Uri has no limited set of values")]
    [InlineData("address", "an IPAddress has up to 2^128 values")]
    [InlineData("exception", "an exception's text is different from failure to failure")]
    [InlineData("any", "an object can hold any value")]
    [InlineData("generic", "the type parameter T can be any type")]
    [InlineData("id", "the type Id is neither an enum nor a bool")]
    public void OpenType_SaysWhy(string expression, string reason)
    {
        var bound = TagBoundReader.Read(BinderHarness.Bind(expression, Source), null, 0);

        Assert.Equal((TagBoundKind.Unbounded, reason), (bound.Kind, bound.Reason));
    }
}
