using SchemaRegistry.Api.Schemas.Protobuf;

namespace SchemaRegistry.Api.Tests.Protobuf;

public sealed class JsonDocumentTests
{
    private static readonly ProtobufSchema s_schema = ProtobufHarness.Parse("""
        syntax = "proto3";
        package t;
        import "google/protobuf/any.proto";
        import "google/protobuf/duration.proto";
        import "google/protobuf/field_mask.proto";
        import "google/protobuf/struct.proto";
        import "google/protobuf/timestamp.proto";
        import "google/protobuf/wrappers.proto";
        message M {
          int32 i32 = 1; uint32 u32 = 2; int64 i64 = 3; uint64 u64 = 4; float f = 5; double d = 6; bool flag = 7; string text = 8; bytes raw = 9;
          E kind = 10; M child_message = 11; repeated int32 list = 12; map<string, M> by_name = 13; map<int32, bool> by_number = 14; map<bool, string> by_flag = 15;
          oneof choice { string left = 16; int32 right = 17; }
          google.protobuf.Timestamp at = 20; google.protobuf.Duration took = 21; google.protobuf.Any any = 22; google.protobuf.Struct object = 23;
          google.protobuf.Value value = 24; google.protobuf.ListValue values = 25; google.protobuf.Int64Value wrapped = 26; google.protobuf.FieldMask mask = 27;
          google.protobuf.NullValue nothing = 28; string renamed = 29 [json_name = "@other"];
        }
        message Second { string name = 1; }
        enum E { ZERO = 0; ONE = 1; }
        """);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"i32":-2147483648,"u32":4294967295,"i64":"-9223372036854775808","u64":"18446744073709551615","f":1.5,"d":"NaN","flag":true}""")]
    [InlineData("""{"i32":"12","i64":12,"d":"1e3","f":"-Infinity"}""")]
    [InlineData("""{"i32":1.0,"u32":1e2,"i64":2.50e1}""")]
    [InlineData("""{"text":"Grüße \ud83d\ude00","raw":"AQID"}""")]
    [InlineData("""{"raw":"-_8"}""")]
    [InlineData("""{"kind":"ONE"}""")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"childMessage":{"child_message":{}}}""")]
    [InlineData("""{"list":[1,"2"],"byName":{"a":{"i32":1}},"by_number":{"-1":true},"byFlag":{"true":"x"}}""")]
    [InlineData("""{"list":null,"text":null,"childMessage":null,"left":null,"right":1}""")]
    [InlineData("""{"at":"2024-02-29T23:59:59.123456789Z","took":"-1.5s","mask":"fooBar.baz,qux"}""")]
    [InlineData("""{"at":"2024-01-01T00:00:00+01:30","took":"315576000000s","mask":""}""")]
    [InlineData("""{"any":{"@type":"type.googleapis.com/t.Second","name":"n"}}""")]
    [InlineData("""{"any":{"@type":"type.googleapis.com/google.protobuf.Duration","value":"1s"}}""")]
    [InlineData("""{"any":{"@type":"x/google.protobuf.Any","value":{"@type":"x/t.M","i32":1}}}""")]
    [InlineData("""{"any":{}}""")]
    [InlineData("""{"object":{"a":[1,null,{"b":"c"}]},"value":null,"values":[null,1],"nothing":null}""")]
    [InlineData("""{"wrapped":"12","@other":"x"}""")]
    [InlineData("""{"renamed":"by the name in the source"}""")]
    public void Validate_Valid_IsSilent(string json) => Assert.Equal("", ProtobufHarness.Check(s_schema, json));

    [Theory]
    [InlineData("""{"i32":2147483648}""", "/i32: the number is no integer, or out of range")]
    [InlineData("""{"i32":1.5}""", "/i32: the number is no integer, or out of range")]
    [InlineData("""{"i32":1e999999999}""", "/i32: the number is no integer, or out of range")]
    [InlineData("""{"i32":" 1"}""", "/i32: an integer is expected, not a string")]
    [InlineData("""{"i32":true}""", "/i32: an integer is expected, not a boolean")]
    [InlineData("""{"u64":"-1"}""", "/u64: the number is no integer, or out of range")]
    [InlineData("""{"f":1e39}""", "/f: the number is out of range")]
    [InlineData("""{"d":"infinity"}""", "/d: a number is expected, not a string")]
    [InlineData("""{"flag":"true"}""", "/flag: a boolean is expected, not a string")]
    [InlineData("""{"text":1}""", "/text: a string is expected, not a number")]
    [InlineData("""{"text":"\ud800"}""", "/text: the string has half of a surrogate pair")]
    [InlineData("""{"raw":"a*"}""", "/raw: the string is not base64")]
    [InlineData("""{"kind":"TWO"}""", "/kind: the enum \"t.E\" has no value \"TWO\"")]
    [InlineData("""{"childMessage":5}""", "/childMessage: a message is a JSON object, not a number")]
    [InlineData("""{"childMessage":{"nope":1}}""", "/childMessage/nope: the message \"t.M\" has no such field")]
    [InlineData("""{"list":1}""", "/list: a repeated field is a JSON array, not a number")]
    [InlineData("""{"list":[1,"x",null]}""", "/list/1: an integer is expected, not a string\n/list/2: null is no value of a list or map")]
    [InlineData("""{"byName":{"a/b":{"i32":"x"}}}""", "/byName/a~1b/i32: an integer is expected, not a string")]
    [InlineData("""{"byNumber":{"x":true}}""", "/byNumber/x: the key is not of the map's key type")]
    [InlineData("""{"byFlag":{"True":""}}""", "/byFlag/True: the key is not of the map's key type")]
    [InlineData("""{"left":"a","right":1}""", "/right: \"left\" and \"right\" are both there, but only one of the oneof \"choice\" can be")]
    [InlineData("""{"childMessage":{},"child_message":{}}""", "/child_message: the field is there twice")]
    [InlineData("""{"at":"2024-02-30T00:00:00Z"}""", "/at: a time as 2006-01-02T15:04:05.999Z, of the years 1 to 9999 is expected")]
    [InlineData("""{"at":"0001-01-01T00:00:00+01:00"}""", "/at: a time as 2006-01-02T15:04:05.999Z, of the years 1 to 9999 is expected")]
    [InlineData("""{"took":"315576000001s"}""", "/took: a duration as 1.5s, of at most 315576000000 seconds is expected")]
    [InlineData("""{"took":"1"}""", "/took: a duration as 1.5s, of at most 315576000000 seconds is expected")]
    [InlineData("""{"mask":"foo_bar"}""", "/mask: a list of paths as fooBar.baz,qux is expected")]
    [InlineData("""{"any":{"name":"n"}}""", "/any: an Any names the type of its content in \"@type\"")]
    [InlineData("""{"any":{"@type":"type.googleapis.com/t.Nope"}}""", "/any/@type: \"@type\" is expected as type.googleapis.com/ with the full name of a known message")]
    [InlineData("""{"any":{"@type":"x/t.Second","name":1}}""", "/any/name: a string is expected, not a number")]
    [InlineData("""{"wrapped":"x"}""", "/wrapped: an integer is expected, not a string")]
    [InlineData("""{"object":[]}""", "/object: a Struct is a JSON object, not an array")]
    [InlineData("[]", ": a message is a JSON object, not an array")]
    public void Validate_Invalid_SaysWhereAndWhy(string json, string expected) => Assert.Equal(expected, ProtobufHarness.Check(s_schema, json));

    [Fact]
    public void Validate_NotJson_SaysWhere() => Assert.StartsWith(": line 1, column 2:", ProtobufHarness.Check(s_schema, "{x"), StringComparison.Ordinal);

    [Theory]
    [InlineData("t.Second", "")]
    [InlineData("Second", "")]
    [InlineData("Third", ": the schema has no message \"Third\"")]
    [InlineData(null, "/name: the message \"t.M\" has no such field")]
    public void Validate_NamedMessage_IsTheOneThatCounts(string? type, string expected) =>
        Assert.Equal(expected, ProtobufHarness.Check(s_schema, """{"name":"n"}""", type));

    [Fact]
    public void Validate_RequiredFieldsAndExtensions_AreThoseOfProto2()
    {
        var schema = ProtobufHarness.Parse(
            "syntax = \"proto2\"; package p; message M { required int32 id = 1; extensions 5; } extend M { optional string note = 5; } enum E { A = 1; } message N { optional E e = 1; }");

        Assert.Equal("", ProtobufHarness.Check(schema, """{"id":1,"[p.note]":"x"}"""));
        Assert.Equal("/id: the field is required", ProtobufHarness.Check(schema, "{}"));
        Assert.Equal("/id: the field is required", ProtobufHarness.Check(schema, """{"id":null}"""));
        Assert.Equal("/e: the enum \"p.E\" has no value 2", ProtobufHarness.Check(schema, """{"e":2}""", "N"));
    }
}
