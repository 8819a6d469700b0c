namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class CompatibilityTests
{
    private const string Proto2 = "syntax = \"proto2\";";
    private const string Proto3 = "syntax = \"proto3\";";

    [Theory]
    [InlineData("int32 a = 1;", "int32 a = 1; string b = 2;")]
    [InlineData("int32 a = 1; string b = 2;", "int32 a = 1;")]
    [InlineData("int32 a = 1;", "int32 renamed = 1;")]
    [InlineData("int32 a = 1;", "int64 a = 1;")]
    [InlineData("int32 a = 1;", "bool a = 1;")]
    [InlineData("int32 a = 1;", "E a = 1;")]
    [InlineData("E a = 1;", "uint64 a = 1;")]
    [InlineData("sint32 a = 1;", "sint64 a = 1;")]
    [InlineData("string a = 1;", "bytes a = 1;")]
    [InlineData("fixed32 a = 1;", "sfixed32 a = 1;")]
    [InlineData("fixed64 a = 1;", "sfixed64 a = 1;")]
    [InlineData("optional string a = 1;", "repeated string a = 1;")]
    [InlineData("int32 a = 1;", "repeated int32 a = 1;")]
    [InlineData("N a = 1;", "repeated N a = 1;")]
    [InlineData("N a = 1;", ".M.N a = 1;")]
    [InlineData("map<int32, string> a = 1;", "map<int64, bytes> a = 1;")]
    [InlineData("map<int32, string> a = 1;", "int32 b = 2;")]
    [InlineData("string a = 1;", "oneof o { string a = 1; int32 b = 2; }")]
    [InlineData("oneof o { string a = 1; int32 b = 2; }", "string a = 1; int32 b = 2;")]
    [InlineData("oneof o { string a = 1; int32 b = 2; }", "int32 c = 3;")]
    [InlineData("oneof o { string a = 1; }", "oneof o { string a = 1; int32 b = 2; }")]
    [InlineData("oneof o { string a = 1; int32 b = 2; }", "oneof renamed { string a = 1; int32 b = 2; }")]
    [InlineData("optional string a = 1;", "string a = 1;")]
    public void Compare_CompatibleField_IsSilent(string before, string after) => Assert.Equal("", Fields(Proto3, before, after));

    [Theory]
    [InlineData("int32 a = 1;", "string a = 1;", "FIELD_SCALAR_KIND_CHANGED #/M/1")]
    [InlineData("int32 a = 1;", "sint32 a = 1;", "FIELD_SCALAR_KIND_CHANGED #/M/1")]
    [InlineData("int32 a = 1;", "fixed32 a = 1;", "FIELD_SCALAR_KIND_CHANGED #/M/1")]
    [InlineData("float a = 1;", "fixed32 a = 1;", "FIELD_SCALAR_KIND_CHANGED #/M/1")]
    [InlineData("double a = 1;", "fixed64 a = 1;", "FIELD_SCALAR_KIND_CHANGED #/M/1")]
    [InlineData("int32 a = 1;", "N a = 1;", "FIELD_KIND_CHANGED #/M/1")]
    [InlineData("map<int32, int32> a = 1;", "repeated N a = 1;", "FIELD_KIND_CHANGED #/M/1")]
    [InlineData("map<int32, int32> a = 1;", "map<int32, string> b = 1;", "FIELD_SCALAR_KIND_CHANGED #/M/1")]
    [InlineData("N a = 1;", "O a = 1;", "FIELD_NAMED_TYPE_CHANGED #/M/1")]
    [InlineData("optional int32 a = 1;", "repeated int32 a = 1;", "FIELD_NUMERIC_LABEL_CHANGED #/M/1")]
    [InlineData("string a = 1; string b = 2;", "oneof o { string a = 1; string b = 2; }", "MULTIPLE_FIELDS_MOVED_TO_ONEOF #/M/o")]
    [InlineData("oneof o { string a = 1; } string b = 2;", "oneof o { string a = 1; string b = 2; }", "FIELD_MOVED_TO_EXISTING_ONEOF #/M/o")]
    [InlineData("oneof o { string a = 1; int32 b = 2; }", "oneof o { string a = 1; }", "ONEOF_FIELD_REMOVED #/M/o/2")]
    [InlineData("oneof o { string a = 1; int32 b = 2; }", "string a = 1;", "ONEOF_FIELD_REMOVED #/M/o/2")]
    [InlineData("oneof o { string a = 1; }", "oneof p { int32 a = 1; }", "FIELD_SCALAR_KIND_CHANGED #/M/p/1")]
    public void Compare_IncompatibleField_IsNamed(string before, string after, string expected) => Assert.Equal(expected, Fields(Proto3, before, after));

    [Theory]
    [InlineData("optional int32 a = 1;", "optional int32 a = 1; required int32 b = 2;", "REQUIRED_FIELD_ADDED #/M/2")]
    [InlineData("optional int32 a = 1; required int32 b = 2;", "optional int32 a = 1;", "REQUIRED_FIELD_REMOVED #/M/2")]
    [InlineData("optional group G = 1 { optional int32 x = 1; }", "optional group G = 1 { optional string x = 1; }", "FIELD_SCALAR_KIND_CHANGED #/M/G/1")]
    [InlineData("optional group G = 1 {}", "optional N g = 1; message G {}", "FIELD_KIND_CHANGED #/M/1")]
    public void Compare_Proto2Field_IsNamed(string before, string after, string expected) => Assert.Equal(expected, Fields(Proto2, before, after));

    [Theory]
    [InlineData("package a; message M {}", "package b; message M {}", "PACKAGE_CHANGED #/")]
    [InlineData("message M {} message N {}", "message M {}", "MESSAGE_REMOVED #/N")]
    [InlineData("message M { message N {} }", "message M {}", "MESSAGE_REMOVED #/M/N")]
    [InlineData("message M { message N { int32 a = 1; } }", "message M { message N { string a = 1; } }", "FIELD_SCALAR_KIND_CHANGED #/M/N/1")]
    [InlineData("message M {}", "message N {} message M {}", "")]
    [InlineData("message M {} message N {}", "message N {} message M {}", "")]
    [InlineData("message M {} enum E { X = 0; }", "message M {}", "")]
    [InlineData("enum E { X = 0; Y = 1; }", "enum E { Z = 0; }", "")]
    public void Compare_Types_AreComparedByName(string before, string after, string expected) =>
        Assert.Equal(expected, ProtobufHarness.Compare(ProtobufHarness.Parse(Proto3 + before), ProtobufHarness.Parse(Proto3 + after)));

    [Fact]
    public void Compare_ImportedTypeChanged_IsNamedWhereItIsAndWhereItIsUsed()
    {
        const string Main = Proto3 + "import \"part.proto\"; message M { lib.Part part = 1; }";
        var old = ProtobufHarness.Parse(Main, ("part.proto", Proto3 + "package lib; message Part { int32 id = 1; }"));
        var @new = ProtobufHarness.Parse(Main, ("part.proto", Proto3 + "package lib; message Part { string id = 1; }"));

        Assert.Equal("FIELD_NAMED_TYPE_CHANGED #/M/1, FIELD_SCALAR_KIND_CHANGED #/Part/1", ProtobufHarness.Compare(old, @new));
    }

    [Fact]
    public void Compare_ImportedTypeInAnotherPackage_IsComparedByItsLocalName()
    {
        var old = ProtobufHarness.Parse(
            Proto3 + "import \"a.proto\"; message M { a.Outer.Part part = 1; }", ("a.proto", Proto3 + "package a; message Outer { message Part { int32 id = 1; } }"));
        var @new = ProtobufHarness.Parse(
            Proto3 + "import \"b.proto\"; message M { b.Outer.Part part = 1; }", ("b.proto", Proto3 + "package b; message Outer { message Part { int32 id = 1; } }"));

        Assert.Equal("", ProtobufHarness.Compare(old, @new));
    }

    [Fact]
    public void Compare_TypeMovedToAnImport_IsRemovedButStillCompatibleWhereItIsUsed()
    {
        var old = ProtobufHarness.Parse(Proto3 + "message M { Part part = 1; } message Part { int32 id = 1; }");
        var @new = ProtobufHarness.Parse(
            Proto3 + "import \"part.proto\"; message M { lib.Part part = 1; }", ("part.proto", Proto3 + "package lib; message Part { int32 id = 1; }"));

        Assert.Equal("MESSAGE_REMOVED #/Part", ProtobufHarness.Compare(old, @new));
        Assert.Equal("", ProtobufHarness.Compare(@new, old));
    }

    [Fact]
    public void Compare_TypesThatContainEachOther_Ends()
    {
        const string Main = Proto3 + "import \"part.proto\"; message M { Part part = 1; }";
        var old = ProtobufHarness.Parse(Main, ("part.proto", Proto3 + "message Part { Part self = 1; Other other = 2; } message Other { Part part = 1; }"));
        var @new = ProtobufHarness.Parse(Main, ("part.proto", Proto3 + "message Part { Part self = 1; Other other = 2; } message Other { int32 part = 1; }"));

        Assert.Contains("FIELD_KIND_CHANGED #/Other/1", ProtobufHarness.Compare(old, @new), StringComparison.Ordinal);
    }

    private static string Fields(string syntax, string before, string after)
    {
        const string Nested = " message N { } message O { } enum E { X = 0; }";
        return ProtobufHarness.Compare(
            ProtobufHarness.Parse($"{syntax} message M {{ {before}{Nested} }}"), ProtobufHarness.Parse($"{syntax} message M {{ {after}{Nested} }}"));
    }
}
