namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class CanonicalTests
{
    private static readonly (string, string) s_base = ("b.proto", "syntax = \"proto3\"; package b; message B {}");

    [Fact]
    public void CanonicalText_SameMeaning_IsTheSame()
    {
        var left = ProtobufHarness.Parse(
            """
            // first
            syntax = "proto3";
            package a;
            import "google/protobuf/any.proto"; import "b.proto";
            option java_package = "x"; option go_package = 'y';
            message M { string t = 0x2 [deprecated = true, json_name = "t"]; b.B b = 1; N n = 3; message N {} reserved 10, 5 to 7; reserved "q", "p"; }
            enum E { Z = 0; B = 2; A = 1; }
            service S { rpc R(M) returns (stream M.N) {} }
            """,
            s_base);
        var right = ProtobufHarness.Parse(
            """
            syntax = 'proto3'; option go_package = "y"; option java_package = "\x78"; package a; import "b.proto"; import "google/protobuf/any.proto";
            message M { reserved 5 to 7, 10; reserved "p", "q"; message N { } .a.M.N n = 3; .b.B b = 1; string t = 2 [deprecated = true]; }
            enum E { Z = 0; A = 1; B = 2; } service S { rpc R(.a.M) returns (stream .a.M.N); }
            """,
            s_base);

        Assert.Equal(left.CanonicalText, right.CanonicalText);
        Assert.Equal(
            """
            syntax = "proto3";
            package a;
            import "b.proto";
            import "google/protobuf/any.proto";
            option go_package = "y";
            option java_package = "x";
            message M {
              reserved 5 to 7;
              reserved 10;
              reserved "p";
              reserved "q";
              .b.B b = 1;
              string t = 2 [deprecated = true];
              .a.M.N n = 3;
              message N {
              }
            }
            enum E {
              Z = 0;
              A = 1;
              B = 2;
            }
            service S {
              rpc R (.a.M) returns (stream .a.M.N);
            }

            """,
            left.CanonicalText);
    }

    [Theory]
    [InlineData("message M { int32 a = 1; }", "message M { int64 a = 1; }")]
    [InlineData("message M { int32 a = 1; }", "message M { int32 b = 1; }")]
    [InlineData("message M {} message N {}", "message N {} message M {}")]
    [InlineData("message M { int32 a = 1; }", "message M { optional int32 a = 1; }")]
    [InlineData("enum E { A = 0; }", "enum E { A = 0; B = 1; }")]
    [InlineData("message M { int32 a = 1; }", "message M { int32 a = 1 [deprecated = true]; }")]
    public void CanonicalText_OtherMeaning_IsAnother(string left, string right) => Assert.NotEqual(
        ProtobufHarness.Parse("syntax = \"proto3\";" + left).CanonicalText, ProtobufHarness.Parse("syntax = \"proto3\";" + right).CanonicalText);
}
