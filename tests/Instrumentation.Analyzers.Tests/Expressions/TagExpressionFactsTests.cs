using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Expressions;

/// <summary>What the binder says about an expression besides its code.</summary>
public sealed class TagExpressionFactsTests
{
    [Theory]
    [InlineData("schema.Format", "Sample.Format")]
    [InlineData("schema.Subject", "string?")]
    [InlineData("schema.Text", "string")]
    [InlineData("text", "string?")]
    [InlineData("text ?? \"x\"", "string")]
    [InlineData("text?.Length", "int?")]
    [InlineData("schema", "Sample.NewSchema")]
    [InlineData("maybe", "Sample.Format?")]
    [InlineData("result.IsNew", "bool")]
    public void Type_IsNaturalAndAnnotated(string expression, string type) =>
        Assert.Equal(type, BinderHarness.BindAndCompile(expression, BinderSample.Source).Type!.ToDisplayString());

    [Theory]
    [InlineData("schema.Format", false, false, "schema")]
    [InlineData("result.IsNew", true, false, "")]
    [InlineData("Format", false, true, "")]
    [InlineData("this.Instance(result.Id + @class)", true, true, "class")]
    [InlineData("text ?? schema.Text", false, false, "schema text")]
    [InlineData("1", false, false, "")]
    public void Uses_NameWhatIsRead(string expression, bool usesResult, bool usesTarget, string parameters)
    {
        var bound = BinderHarness.BindAndCompile(expression, BinderSample.Source);

        Assert.Equal((usesResult, usesTarget, parameters), (bound.UsesResult, bound.UsesTarget, string.Join(' ', bound.Parameters)));
    }

    [Theory]
    [InlineData("@class", false)]
    [InlineData("text", false)]
    [InlineData("text ?? \"x\"", false)]
    [InlineData("text?.Length", false)]
    [InlineData("@class > 3 ? \"big\" : \"small\"", false)]
    [InlineData("text is null or \"a\"", false)]
    [InlineData("maybe is Format.Avro", false)]
    [InlineData("maybe.HasValue", false)]
    [InlineData("Format", false)]
    [InlineData("Shared", false)]
    [InlineData("schema?.Format", false)]
    [InlineData("(long)@class + 1", false)]
    [InlineData("schema.Format", true)]
    [InlineData("text!.Length", true)]
    [InlineData("maybe.Value", true)]
    [InlineData("schema?.Size", true)]
    [InlineData("1 / @class", true)]
    [InlineData("1 % @class", true)]
    [InlineData("numbers[0]", true)]
    [InlineData("(string)(object)schema", true)]
    [InlineData("Public(Format)", true)]
    [InlineData("$\"{schema}\"", true)]
    [InlineData("\"a\" + schema", true)]
    [InlineData("schema > schema", true)]
    [InlineData("schema?[\"a\"]", true)]
    [InlineData("Total", true)]
    public void CanThrow_IsFalseOnlyWhereDataIsRead(string expression, bool canThrow) =>
        Assert.Equal(canThrow, BinderHarness.BindAndCompile(expression, BinderSample.Source).CanThrow);

    [Fact]
    public void CanThrow_ParameterNamedTarget_MayBeNull() => Assert.True(
        BinderHarness.BindAndCompile("target.Text", RuleHarness.Usings + "class S { internal string Text = \"\"; } class C { [Tag(\"t\", Value = \"v\")] public void M(S target) { } }").CanThrow);

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("1 + 2", 3)]
    [InlineData("Secret + \"x\"", "s3x")]
    [InlineData("Format.JsonSchema", 1)]
    [InlineData("nameof(schema)", "schema")]
    [InlineData("(string?)null", null)]
    public void Constant_IsFolded(string expression, object? value)
    {
        var bound = BinderHarness.BindAndCompile(expression, BinderSample.Source);

        Assert.True(bound.HasConstant);
        Assert.Equal(value, bound.ConstantValue);
    }

    [Theory]
    [InlineData("@class")]
    [InlineData("@class - @class")]
    [InlineData("schema == null")]
    public void Parameter_IsNeverConstant(string expression) => Assert.False(BinderHarness.BindAndCompile(expression, BinderSample.Source).HasConstant);

    [Theory]
    [InlineData("result.IsNew ? \"new\" : \"known\"", "new|known")]
    [InlineData("result.IsNew ? \"new\" : text == \"a\" ? Secret : \"new\"", "new|s3")]
    [InlineData("schema.Format switch { Format.Avro => \"a\", _ => null }", "a|<null>")]
    [InlineData("\"a\"", "a")]
    [InlineData("text ?? \"a\"", null)]
    [InlineData("result.IsNew ? \"new\" : text", null)]
    [InlineData("@class", null)]
    public void Texts_AreTheConstantsOfTheBranches(string expression, string? texts)
    {
        var bound = BinderHarness.BindAndCompile(expression, BinderSample.Source);

        Assert.Equal(texts, bound.Texts.IsDefault ? null : string.Join('|', bound.Texts.Select(text => text ?? "<null>")));
    }
}
