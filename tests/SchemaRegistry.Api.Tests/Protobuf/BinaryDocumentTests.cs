using SchemaRegistry.Api.Schemas.Protobuf;

namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class BinaryDocumentTests
{
    private static readonly ProtobufSchema s_schema = ProtobufHarness.Parse("""
        syntax = "proto2";
        message M {
          optional int32 number = 1;
          optional string text = 2;
          repeated int32 list = 3;
          optional M child = 4;
          optional group G = 5 { optional int32 x = 1; }
          optional fixed32 four = 6;
          optional double eight = 7;
          map<string, int32> table = 8;
        }
        message R { required int32 id = 1; optional R next = 2; repeated R more = 3; }
        """);

    private static readonly ProtobufSchema s_extended = ProtobufHarness.Parse("""
        syntax = "proto2";
        package e;
        message M { extensions 100 to 200; }
        message R { required int32 id = 1; }
        extend M { optional int32 x = 100; optional R more = 101; }
        message Place { extend M { repeated R list = 102; } }
        """);

    private static readonly ProtobufSchema s_proto3 = ProtobufHarness.Parse("syntax = \"proto3\"; message M { string text = 1; }");

    [Theory]
    [InlineData("")]
    [InlineData("08 96 01")]
    [InlineData("12 03 61 62 63")]
    [InlineData("12 01 ff")]
    [InlineData("18 01 18 02")]
    [InlineData("1a 03 01 02 03")]
    [InlineData("22 02 08 01")]
    [InlineData("2b 08 01 2c")]
    [InlineData("35 01 02 03 04")]
    [InlineData("39 01 02 03 04 05 06 07 08")]
    [InlineData("42 05 0a 01 61 10 07")]
    [InlineData("a0 06 01 a3 06 08 01 a4 06")]
    public void Validate_WellFormed_IsSilent(string hex) => Assert.Equal("", ProtobufHarness.CheckBinary(s_schema, hex));

    [Theory]
    [InlineData("08", "/number: the value is malformed or cut off (byte 1)")]
    [InlineData("08 ff ff ff ff ff ff ff ff ff ff 01", "/number: the value is malformed or cut off (byte 1)")]
    [InlineData("12 05 61", "/text: the length is malformed, or goes beyond the end (byte 1)")]
    [InlineData("0d 01 02 03 04", "/number: the field has the wire type 5, but its type needs 0 (byte 1)")]
    [InlineData("0a 01 01", "/number: the field has the wire type 2, but its type needs 0 (byte 1)")]
    [InlineData("1a 02 01 80", "/list/0: the packed values are malformed or cut off (byte 1)")]
    [InlineData("22 03 22 01 08", "/child/child/number: the value is malformed or cut off (byte 5)")]
    [InlineData("2b 08 01", "/g: a group does not end (byte 3)")]
    [InlineData("2b 08 01 34", "/g: a group ends that did not begin (byte 3)")]
    [InlineData("2c", ": a group ends that did not begin (byte 0)")]
    [InlineData("07", ": a tag is malformed or cut off (byte 0)")]
    [InlineData("00", ": a tag is malformed or cut off (byte 0)")]
    [InlineData("a3 06 08 01", ": the unknown field 100 is malformed or cut off (byte 0)")]
    public void Validate_Malformed_SaysWhereAndWhy(string hex, string expected) => Assert.Equal(expected, ProtobufHarness.CheckBinary(s_schema, hex));

    [Fact]
    public void Validate_TextThatIsNotUtf8_IsAnErrorInProto3() =>
        Assert.Equal("/text: the string is not UTF-8 (byte 1)", ProtobufHarness.CheckBinary(s_proto3, "0a 01 ff"));

    [Theory]
    [InlineData("08 01", "")]
    [InlineData("", "/id: the field is required")]
    [InlineData("08 01 12 00", "/next/id: the field is required")]
    [InlineData("08 01 12 00 12 02 08 01", "")]
    [InlineData("08 01 1a 02 08 01 1a 00", "/more/1/id: the field is required")]
    public void Validate_RequiredFields_AreLookedForInTheWholeMessage(string hex, string expected) =>
        Assert.Equal(expected, ProtobufHarness.CheckBinary(s_schema, hex, "R"));

    [Theory]
    [InlineData("a0 06 05 aa 06 02 08 01", "")]
    [InlineData("aa 06 00", "/[e.more]/id: the field is required")]
    [InlineData("aa 06 00 aa 06 02 08 01", "")]
    [InlineData("b2 06 02 08 01 b2 06 00", "/[e.Place.list]/1/id: the field is required")]
    [InlineData("a5 06 01 02 03 04", "/[e.x]: the field has the wire type 5, but its type needs 0 (byte 2)")]
    [InlineData("c0 0c 01", "")]
    public void Validate_Extensions_AreReadAsFields(string hex, string expected) => Assert.Equal(expected, ProtobufHarness.CheckBinary(s_extended, hex));

    [Fact]
    public void Validate_NestedTooDeep_EndsWithAnError()
    {
        var groups = string.Concat(Enumerable.Repeat("23", 100_000));

        Assert.Contains("needs 2", ProtobufHarness.CheckBinary(s_schema, groups), StringComparison.Ordinal);
        Assert.Contains("nest deeper than 100", ProtobufHarness.CheckBinary(s_schema, Nested(150)), StringComparison.Ordinal);
    }

    private static string Nested(int depth)
    {
        var bytes = Array.Empty<byte>();
        for (var i = 0; i < depth; i++)
        {
            byte[] length = bytes.Length < 128 ? [(byte)bytes.Length] : [(byte)(bytes.Length | 0x80), (byte)(bytes.Length >> 7)];
            bytes = [0x22, .. length, .. bytes];
        }

        return Convert.ToHexString(bytes);
    }
}
