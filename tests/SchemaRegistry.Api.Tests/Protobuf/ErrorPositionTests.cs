using System.Text;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class ErrorPositionTests
{
    [Theory]
    [InlineData("message M { int32 a = 1 }", "line 1, column 25: \";\" is expected")]
    [InlineData("message M {\n  Foo a = 1;\n}", "line 2, column 3: \"Foo\" is not defined")]
    [InlineData("message M {\n  int32 a = 1;\n  int32 b = 1;\n}", "line 3, column 13: the field number 1 is taken by \"a\" of \"M\"")]
    [InlineData("message M { int32 é = 1; }", "line 1, column 19: characters beyond ASCII are allowed only in strings and comments")]
    [InlineData("import \"other.proto\";", "line 1, column 8: \"other.proto\" is not found: give it as a reference of this name")]
    [InlineData("import \"bad.proto\";", "line 1, column 8: in \"bad.proto\", line 1, column 12: the message \"M\" does not end: \"}\" is missing")]
    [InlineData("enum E { A = 1; }", "line 1, column 14: the first value of an open enum is 0")]
    [InlineData("message M { int32 a = 19000; }", "line 1, column 23: the field numbers 19000 to 19999 are reserved for implementations")]
    [InlineData("message M { option (x) = 1; }", "line 1, column 21: the option \"(x)\" is unknown; is the file that defines it imported?")]
    public void Parse_Invalid_SaysWhereAndWhy(string text, string expected)
    {
        var source = "syntax=\"proto3\";" + text;
        var thrown = Assert.Throws<SchemaSyntaxException>(() => ProtobufHarness.Parse("/**/" + source, ("bad.proto", "message M {")));
        var utf8 = Encoding.UTF8.GetBytes("/**/" + source);
        var position = TextPosition.Of(utf8, thrown.Offset);
        var column = position.Line == 1 ? position.Column - "/**/syntax=\"proto3\";".Length : position.Column;

        Assert.Equal(expected, $"line {position.Line}, column {column}: {thrown.Message}");
    }
}
