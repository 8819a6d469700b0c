using Instrumentation.Generator.Shared;

namespace Instrumentation.Analyzers.Tests.TagValues;

public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("BackwardTransitive", "backward_transitive")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("Utf8", "utf8")]
    [InlineData("UTF8", "utf8")]
    [InlineData("schemaType", "schema_type")]
    [InlineData("IO", "io")]
    [InlineData("A", "a")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("SCREAMING_CASE", "screaming_case")]
    [InlineData("Mixed_Case", "mixed_case")]
    [InlineData("_private", "private")]
    [InlineData("Sha256Hash", "sha256_hash")]
    [InlineData("XMLHttpRequest", "xml_http_request")]
    [InlineData("", "")]
    public void Name_BecomesSnakeCase(string name, string expected) => Assert.Equal(expected, SnakeCase.Of(name));
}
