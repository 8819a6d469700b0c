using System.Text;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Syntax;

namespace SchemaRegistry.Api.Tests.Protobuf;

/// <summary>Makes small changes to a source: words deleted, doubled, exchanged or replaced by others that mean something.</summary>
internal sealed class ProtoMutator(int seed)
{
    private static readonly string[] s_words =
    [
        "optional", "required", "repeated", "message", "enum", "oneof", "map", "group", "extend", "extensions", "reserved", "option", "import", "package",
        "syntax", "edition", "service", "rpc", "returns", "stream", "public", "weak", "to", "max", "true", "false", "inf", "nan", "default", "json_name", "packed",
        "deprecated", "lazy", "jstype", "ctype", "features", "export", "local", "int32", "int64", "uint32", "sint64", "fixed32", "sfixed64", "bool", "string",
        "bytes", "float", "double", "{", "}", "[", "]", "(", ")", "<", ">", ";", ",", "=", ".", "-", ":", "/", "0", "1", "2", "-1", "19000", "19999", "20000",
        "536870911", "536870912", "2147483647", "2147483648", "4294967296", "18446744073709551616", "0x10", "0xg", "017", "09", "1.5", "1e3", "1e", ".5", "\"x\"",
        "'y'", "\"\\xff\"", "\"\\q\"", "\"", "foo_bar", "fooBar", "FooBar", "FOO_BAR", "_", "a.b", ".a", "google.protobuf.Any", ".google.protobuf.FieldOptions",
        "/* c */", "// c\n", "\0", "é", "allow_alias", "map_entry", "message_set_wire_format", "optimize_for", "LITE_RUNTIME", "targets", "retention",
        "\"proto2\"", "\"proto3\"", "\"2023\"", "\"2024\"", "map<string, int32>", "[deprecated = true]", "[packed = true]", "[default = 1]", "{ }", "stream.A",
    ];

    private static readonly HashSet<string> s_keywords = [.. s_words.Take(28)];

    private readonly Random _random = new(seed);

    public string Mutate(string source)
    {
        var tokens = Tokenize(source);
        for (var count = _random.Next(4) == 0 ? 3 : 1; count > 0 && tokens.Count > 1; count--)
        {
            MutateOnce(tokens);
        }

        return string.Join(' ', tokens);
    }

    public static List<string> Tokenize(string source)
    {
        try
        {
            var tokens = Tokenizer.Read(Encoding.UTF8.GetBytes(source));
            return [.. Enumerable.Range(0, tokens.Count - 1).Select(i => tokens.TextOf(tokens[i]))];
        }
        catch (SchemaSyntaxException)
        {
            return [.. source.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    // Mostly by something of the same kind, so that the text often stays grammatical and the later rules are reached.
    private void MutateOnce(List<string> tokens)
    {
        var index = _random.Next(tokens.Count);
        var other = _random.Next(tokens.Count);
        switch (_random.Next(16))
        {
            case 0:
                tokens.RemoveAt(index);
                break;
            case 1:
                tokens.Insert(index, tokens[index]);
                break;
            case 2:
                (tokens[index], tokens[other]) = (tokens[other], tokens[index]);
                break;
            case 3:
                tokens.Insert(index, s_words[_random.Next(s_words.Length)]);
                break;
            case 4 or 5:
                CopyStatement(tokens, index, other);
                break;
            case 6 or 7:
                RemoveStatement(tokens, index);
                break;
            default:
                ReplaceAlike(tokens, index);
                break;
        }
    }

    private void ReplaceAlike(List<string> tokens, int index)
    {
        for (var attempt = 0; attempt < 10 && KindOf(tokens[index]) == 9; attempt++)
        {
            index = _random.Next(tokens.Count);
        }

        var kind = KindOf(tokens[index]);
        var alike = (_random.Next(2) == 0 ? tokens : s_words.Concat(tokens)).Where(word => KindOf(word) == kind).ToArray();
        tokens[index] = alike[_random.Next(alike.Length)];
    }

    private static int KindOf(string word) => word switch
    {
        "optional" or "required" or "repeated" => 0,
        "true" or "false" or "inf" or "nan" => 1,
        _ when FieldTypes.TryParse(word, out _) => 2,
        _ when char.IsAsciiDigit(word[0]) => 3,
        _ when word[0] is '"' or '\'' => 4,
        _ when char.IsAsciiLetterUpper(word[0]) => word.All(static c => !char.IsAsciiLetterLower(c)) && word.Length > 1 ? 5 : 6,
        _ when char.IsAsciiLetter(word[0]) || word[0] == '_' => s_keywords.Contains(word) ? 7 : 8,
        _ => 9,
    };

    private static (int Start, int Length) StatementAt(List<string> tokens, int index)
    {
        var start = tokens.FindLastIndex(index, static word => word is ";" or "{" or "}") + 1;
        var end = tokens.FindIndex(Math.Min(start, tokens.Count - 1), static word => word is ";" or "}");
        return end < start || end - start > 40 ? (start, 0) : (start, end - start + 1);
    }

    private static void CopyStatement(List<string> tokens, int index, int other)
    {
        var (from, length) = StatementAt(tokens, index);
        var (to, _) = StatementAt(tokens, other);
        tokens.InsertRange(to, tokens.GetRange(from, length));
    }

    private static void RemoveStatement(List<string> tokens, int index)
    {
        var (start, length) = StatementAt(tokens, index);
        tokens.RemoveRange(start, length);
    }
}
