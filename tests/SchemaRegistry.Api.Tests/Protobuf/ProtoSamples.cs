namespace SchemaRegistry.Api.Tests.Protobuf;

/// <summary>Sources that use every part of the language, to start mutations from.</summary>
internal static class ProtoSamples
{
    private static readonly Dictionary<string, string> s_imports = new(StringComparer.Ordinal)
    {
        ["lib/base.proto"] = """
            syntax = "proto2";
            package lib;
            message Base { optional int32 id = 1; extensions 100 to 200; message Inner { optional string s = 1; } enum Kind { A = 0; B = 2; } }
            """,
        ["lib/outer.proto"] = """
            syntax = "proto3";
            package lib.sub;
            import public "lib/base.proto";
            message Outer { lib.Base.Inner inner = 1; enum Color { RED = 0; GREEN = 1; } }
            """,
        ["lib/strict.proto"] = """
            edition = "2024";
            package lib.strict;
            message Seen { message Nested { int32 a = 1; } export message Shown { int32 a = 1; } }
            local message Hidden { int32 a = 1; }
            """,
    };

    public static IEnumerable<ProtoSource> All()
    {
        yield return new ProtoSource("proto2", Proto2, s_imports);
        yield return new ProtoSource("proto3", Proto3, s_imports);
        yield return new ProtoSource("options", Options, s_imports);
        yield return new ProtoSource("edition2023", Edition2023, s_imports);
        yield return new ProtoSource("edition2024", Edition2024, s_imports);
    }

    private const string Proto2 = """
        syntax = "proto2";
        package acme.orders;
        import "lib/outer.proto";
        import weak "google/protobuf/any.proto";
        option java_package = "com.acme" ".orders";
        option optimize_for = CODE_SIZE;
        message Order {
          required int64 id = 1 [jstype = JS_STRING];
          optional string note = 2 [default = "a\tb\x41\101", json_name = "remark"];
          repeated sint32 amounts = 3 [packed = true];
          optional float rate = 4 [default = -1.5e3];
          optional double big = 5 [default = inf];
          optional bytes blob = 6 [default = "\000\377"];
          optional Status status = 7 [default = OPEN, deprecated = true];
          repeated group Line = 8 { required string sku = 1; optional group Tax = 2 { optional double percent = 1; } }
          map<string, Order> children = 9;
          map<int32, lib.Base.Kind> kinds = 10;
          optional lib.Base.Inner inner = 11 [lazy = true];
          optional .lib.sub.Outer outer = 12;
          oneof choice { option (acme.orders.one) = 3; uint32 number = 13; string text = 14; group Deep = 15 { optional bool yes = 1; } }
          optional uint64 limit = 16 [default = 0xFFFFFFFFFFFFFFFF];
          optional int32 low = 17 [default = -2147483648];
          reserved 20, 30 to 40, 1000 to max;
          reserved "old", 'older';
          extensions 50 to 99 [declaration = { number: 50 full_name: ".acme.orders.extra" type: "string" }];
          extensions 500;
          enum Status { option allow_alias = true; OPEN = 1; ALSO_OPEN = 1; CLOSED = -5; reserved 7 to 9, -3; reserved "GONE"; }
          message Nested { optional Order parent = 1; extend lib.Base { optional Nested nested = 150; } }
          extend Order { optional int32 five_hundred = 500; }
        }
        message Set { option message_set_wire_format = true; extensions 4 to max; }
        message InSet { extend Set { optional InSet in_set = 2147483646; } }
        extend Order { optional string extra = 50; }
        extend lib.Base { repeated fixed64 numbers = 101; optional group Grp = 102 { optional int32 x = 1; } }
        service Orders {
          option deprecated = true;
          rpc Get(Order) returns (Order.Nested);
          rpc Watch(stream Order) returns (stream .acme.orders.Order) { option idempotency_level = NO_SIDE_EFFECTS; }
        }
        import "google/protobuf/descriptor.proto";
        extend google.protobuf.OneofOptions { optional int32 one = 50000; }
        """;

    private const string Proto3 = """
        // A comment
        syntax = "proto3";
        package acme.v1;
        import "google/protobuf/timestamp.proto";
        import public "google/protobuf/struct.proto";
        import "lib/outer.proto";
        /* Block */
        message Event {
          string id = 1;
          optional int32 count = 2;
          optional string _id_ = 3;
          repeated int32 packed_by_default = 4;
          repeated int64 unpacked = 5 [packed = false];
          google.protobuf.Timestamp at = 6;
          map<string, google.protobuf.Value> attributes = 7;
          lib.sub.Outer.Color color = 8;
          oneof payload { string text = 9; bytes raw = 10; Detail detail = 11; }
          message Detail { sfixed32 a = 1; Level level = 2; }
          enum Level { LEVEL_UNSPECIFIED = 0; LEVEL_LOW = 1; LEVEL_HIGH = 2; }
          reserved 15, 9000 to 9999;
          reserved "foo", "bar";
          bool stream = 12;
          map<bool, bytes> flags = 13;
        }
        enum Topic { NONE = 0; TOPIC_A = 1; TOPIC_B = -1; }
        message message_ { message_ rpc = 1; Topic service = 2; }
        service Events { rpc Send(Event) returns (stream google.protobuf.Struct) {} ; rpc Map(Event.Detail) returns (Event); }
        """;

    private const string Options = """
        syntax = "proto2";
        package opts;
        import "google/protobuf/descriptor.proto";
        import "google/protobuf/any.proto";
        message Rule {
          optional int32 number = 1; repeated string names = 2; optional Rule next = 3; repeated Rule rules = 4; optional Mode mode = 5; repeated Mode modes = 6;
          optional double d = 7; optional bool flag = 8; optional bytes raw = 9; map<string, int32> table = 10; extensions 100 to 200; optional uint64 u = 11;
          oneof alt { int32 left = 12; string right = 13; } optional group Grp = 14 { optional int32 g = 1; } optional google.protobuf.Any any = 15; reserved "gone";
          enum Mode { OFF = 0; ON = 1; NEG = -1; }
        }
        extend Rule { optional Rule sub = 100; repeated int32 extra = 101; optional string label = 102; }
        extend google.protobuf.FileOptions { optional Rule file_rule = 50001; repeated int32 file_numbers = 50002; }
        extend google.protobuf.MessageOptions { optional Rule message_rule = 50001; optional float ratio = 50002; optional string text = 50003; }
        extend google.protobuf.FieldOptions { optional Rule field_rule = 50001; optional int32 only = 50002 [targets = TARGET_TYPE_FIELD]; optional Rule.Mode mode = 50003; }
        extend google.protobuf.EnumOptions { optional bool enum_flag = 50001; }
        extend google.protobuf.EnumValueOptions { optional sint64 signed = 50001; }
        extend google.protobuf.ServiceOptions { optional uint32 unsigned = 50001; }
        extend google.protobuf.MethodOptions { repeated Rule method_rules = 50001; }
        extend google.protobuf.ExtensionRangeOptions { optional string range_text = 50001; }
        option (file_rule) = { number: 1 names: "a" names: "b" "c", next { number: -2; } rules: [{ number: 3 }, < number: 4 >] mode: ON modes: [OFF, NEG] };
        option (file_numbers) = 1;
        option (file_numbers) = 2;
        message Holder {
          option (message_rule).number = 5;
          option (.opts.message_rule).next.next.d = -inf;
          option (message_rule).(opts.sub).flag = true;
          option (ratio) = 1.5;
          option (text) = 'x' "y";
          optional int32 a = 1 [(field_rule) = { d: nan flag: t raw: "\001\xff" table { key: "k" value: 1 } table: { key: "l" } [opts.sub]: { left: 1 } [opts.extra]: [1, 2] }, (only) = 7, (mode) = ON];
          optional int32 b = 2 [(opts.field_rule).grp = { g: 1 }, (field_rule).u = 18446744073709551615, deprecated = true];
          optional int32 c = 3 [(field_rule) = { Grp { g: 2 } any { [type.googleapis.com/opts.Rule] { number: 1 } } gone: [1, { x: y }] }, debug_redact = true];
          extensions 10 to 20 [(range_text) = "r", verification = UNVERIFIED];
          enum E { option (enum_flag) = true; X = 0 [(signed) = -7]; Y = 1 [(signed) = 0x10, deprecated = false]; }
        }
        service S { option (unsigned) = 4294967295; rpc M(Holder) returns (Holder) { option (method_rules) = { right: "z" }; option (method_rules) = {}; } }
        """;

    private const string Edition2023 = """
        edition = "2023";
        package acme.e;
        import "lib/base.proto";
        option features.field_presence = IMPLICIT;
        option features.enum_type = CLOSED;
        message M {
          int32 implicit = 1;
          string explicit = 2 [features.field_presence = EXPLICIT, default = "d"];
          string required = 3 [features.field_presence = LEGACY_REQUIRED];
          repeated int32 expanded = 4 [features.repeated_field_encoding = EXPANDED];
          M delimited = 5 [features.message_encoding = DELIMITED];
          string raw = 6 [features.utf8_validation = NONE];
          map<string, string> table = 7 [features.utf8_validation = VERIFY];
          Open open = 8;
          oneof o { Closed closed = 9; lib.Base base = 10; }
          reserved foo, bar;
          reserved 20 to 30;
          extensions 100 to 110;
          message N { option features.json_format = LEGACY_BEST_EFFORT; int32 fooBar = 1; int32 foo_bar = 2; }
          repeated Open opens = 11;
        }
        enum Open { option features.enum_type = OPEN; ZERO = 0; ONE = 1; reserved TWO; }
        enum Closed { FIVE = 5; SIX = 6; }
        extend M { repeated string ext = 100; M other = 101; }
        service S { rpc Do(M) returns (M.N); }
        """;

    private const string Edition2024 = """
        edition = "2024";
        package acme.f_g;
        import "lib/strict.proto";
        import option "google/protobuf/descriptor.proto";
        option features.default_symbol_visibility = EXPORT_ALL;
        message First {
          int32 some_number = 1;
          lib.strict.Seen seen = 2;
          lib.strict.Seen.Shown shown = 3;
          oneof some_choice { string a = 4; bytes b2 = 5; }
          export message Nested { map<string, First> by_name = 1; }
          local enum Kind { KIND_UNSPECIFIED = 0; KIND_ONE = 1; }
          Kind kind = 6;
          message Loose { option features.enforce_naming_style = STYLE_LEGACY; int32 someNumber = 1; }
        }
        local message Second { repeated First.Nested nested_ones = 1; }
        enum Level { LEVEL_UNSPECIFIED = 0; LEVEL_TOP2 = 1; }
        service Runner { rpc RunAll(First) returns (stream Second); }
        """;
}
