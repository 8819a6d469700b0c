using SchemaRegistry.Api.Schemas.Json.Patterns;
using SchemaRegistry.Api.Schemas.Json.Syntax;
using SchemaRegistry.Api.Schemas.Json.Validation;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary><c>pattern</c>: a regular expression matches somewhere in the text.</summary>
internal sealed class Pattern : Keyword
{
    private readonly EcmaPattern _pattern;

    private Pattern(EcmaPattern pattern)
        : base("pattern") => _pattern = pattern;

    public static Pattern Read(KeywordContext context, JsonNode value) => new(Compile(context, "pattern", context.Expect("pattern", value, JsonKind.String).Text, value));

    public static EcmaPattern Compile(KeywordContext context, string keyword, string text, JsonNode at)
    {
        try
        {
            return context.Compiler.PatternOf(text);
        }
        catch (FormatException exception)
        {
            throw context.Fail(keyword, at, $"\"{text}\" is not a regular expression of ECMA-262: {exception.Message}");
        }
    }

    public override bool IsValid(Evaluation evaluation, JsonNode instance)
    {
        if (!instance.IsString)
        {
            return true;
        }

        evaluation.Spend(1 + (instance.Text.Length / 16));
        return evaluation.Patterns.IsMatch(_pattern, instance.Text);
    }

    protected override string Reason(JsonNode instance) => $"does not match the pattern {_pattern}";
}
