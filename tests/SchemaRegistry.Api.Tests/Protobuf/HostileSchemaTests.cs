using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class HostileSchemaTests
{
    private const string Syntax = "syntax = \"proto3\";\n";

    // Bytes for each of the text: more than any of them needs, far less than where work is quadratic.
    private const int WorkPerByte = 200;

    public static TheoryData<string, string> Refused => new()
    {
        { "nested messages", Syntax + Repeat("message M {", 100_000) },
        { "nested groups", "message M {" + Repeat("optional group G = 1 {", 100_000) },
        { "nested aggregate", Syntax + "option (x) = " + Repeat("{ a: ", 100_000) },
        { "nested aggregate that closes", "import \"google/protobuf/descriptor.proto\"; message O { optional O o = 1; } extend google.protobuf.FileOptions { optional O x = 50000; } option (x) = "
            + Repeat("{ o: ", 10_000) + "{" + Repeat("}", 10_001) + ";" },
        { "nested removed field", "import \"google/protobuf/descriptor.proto\"; message O { reserved \"r\"; } extend google.protobuf.FileOptions { optional O x = 50000; } option (x) = { r: "
            + Repeat("[", 100_000) + Repeat("]", 100_000) + "};" },
        { "long identifier", Syntax + "message " + Repeat("a", 1_000_000) + " {}" },
        { "long package", Syntax + "package " + Repeat("a.", 100_000) + "a;" },
        { "long type name", Syntax + "message M { " + Repeat("a.", 100_000) + "a b = 1; }" },
        { "NUL", Syntax + "message M {\0}" },
        { "NUL in a comment", Syntax + "// \0\n" },
        { "open comment", Syntax + "/*" + Repeat("*", 1_000_000) },
        { "open string", Syntax + "option java_package = \"" + Repeat("a", 1_000_000) },
        { "many angles", Syntax + "message M { map<" + Repeat("map<", 100_000) },
        { "many options without a value", Syntax + "option " + Repeat("a.", 100_000) + "a" },
        { "names that are not found", Syntax + "message M { " + Repeat("a.b.c x = 1;\n", 50_000) + " }" },
        { "one reserved range too many", Syntax + "message M { reserved " + string.Join(", ", Enumerable.Range(1, 50_000)) + ", 7; }" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Parse_Hostile_IsRefusedWithWorkThatItsLengthBounds(string what, string text)
    {
        var work = Allocations.Of(() => Assert.Throws<SchemaSyntaxException>(() => ProtobufHarness.Parse(text)));

        Assert.True(work < WorkPerByte * (text.Length + 10_000), $"{what} of {text.Length} bytes took {work}.");
    }

    [Fact]
    public void Parse_LongNamesNestedDeep_AskForTooMuchWork()
    {
        var name = Repeat("a", 4000);
        var text = new StringBuilder(Syntax);
        for (var i = 0; i < 30; i++)
        {
            text.Append($"message {name}{i} {{ ");
        }

        for (var i = 1; i < 18_000; i++)
        {
            text.Append($"int32 f{i} = {i};");
        }

        text.Append(Repeat("}", 30));
        Assert.Throws<WorkLimitException>(() => ProtobufHarness.Parse(text.ToString()));
    }

    [Fact]
    public void Parse_ManyFields_TakesWorkThatTheLengthBounds()
    {
        var text = Syntax + "message M { " + string.Concat(Enumerable.Range(1, 18_000).Select(static i => $"M f{i} = {i};\n")) + " reserved " + string.Join(", ", Enumerable.Range(100_000, 10_000)) + "; }";

        var work = Allocations.Of(() =>
        {
            var schema = ProtobufHarness.Parse(text);
            Assert.Empty(schema.FindIncompatibilities(schema, CompatibilityPolicy.Strict));
        });

        Assert.InRange(work, 1, WorkPerByte * text.Length);
    }

    [Fact]
    public void Compare_LongChainOfImportedTypes_EndsInAnAnswerOrARefusal()
    {
        var chain = Syntax + string.Concat(Enumerable.Range(0, 40_000).Select(static i => $"message M{i} {{ M{i + 1} n = 1; }}\n")) + "message M40000 { int32 x = 1; }";
        const string Main = Syntax + "import \"chain.proto\"; message A { M0 m = 1; }";
        var old = ProtobufHarness.Parse(Main, ("chain.proto", chain));
        var @new = ProtobufHarness.Parse(Main, ("chain.proto", chain.Replace("int32 x", "string x", StringComparison.Ordinal)));

        var thrown = Record.Exception(() => Assert.Contains("FIELD_SCALAR_KIND_CHANGED", ProtobufHarness.Compare(old, @new), StringComparison.Ordinal));

        Assert.True(thrown is null or WorkLimitException, thrown?.ToString());
    }

    [Fact]
    public void Parse_ImportCycle_IsRefused()
    {
        var thrown = Assert.Throws<SchemaSyntaxException>(() => ProtobufHarness.Parse(
            Syntax + "import \"a.proto\";", ("a.proto", Syntax + "import \"b.proto\";"), ("b.proto", Syntax + "import \"a.proto\";")));

        Assert.Contains("\"a.proto\" imports itself", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LongChainOfImports_IsReadOrRefused()
    {
        var files = Enumerable.Range(0, 2000).Select(static i => ($"f{i}.proto", $"{Syntax}import \"f{i + 1}.proto\";")).ToArray();

        Assert.Throws<WorkLimitException>(() => ProtobufHarness.Parse(Syntax + "import \"f0.proto\";", files));
    }

    [Fact]
    public void Parse_NotUtf8_IsRefused()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(Syntax), 0xFF, 0xFE];

        Assert.Equal(Syntax.Length, Assert.Throws<SchemaSyntaxException>(() => new ProtobufFormat().Parse(text, [])).Offset);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("CgVtYWlu")]
    [InlineData("/////w==")]
    public void Parse_Base64ThatIsNoDescriptor_IsRefused(string text) =>
        Assert.True(Record.Exception(() => ProtobufHarness.Parse(text)) is SchemaSyntaxException);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
