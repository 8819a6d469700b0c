using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>Reads the text of a file, statement by statement. Names are not resolved here.</summary>
internal sealed partial class ProtoParser
{
    private readonly TokenReader _reader;
    private readonly ProtoFile _file = new();

    private ProtoParser(TokenList tokens) => _reader = new TokenReader(tokens);

    private bool IsEditions => _file.IsEditions;

    /// <exception cref="SchemaSyntaxException">The text is not a file of this language.</exception>
    public static ProtoFile Parse(byte[] text)
    {
        var parser = new ProtoParser(Tokenizer.Read(text));
        parser.ParseFile();
        return parser._file;
    }

    private void ParseFile()
    {
        if (_reader.LookingAt("syntax"u8))
        {
            ParseSyntax();
        }
        else if (_reader.LookingAt("edition"u8))
        {
            ParseEdition();
        }

        while (!_reader.AtEnd)
        {
            ParseTopLevelStatement();
        }
    }

    private void ParseSyntax()
    {
        _reader.Next();
        _reader.Consume("="u8);
        var offset = _reader.Offset;
        var syntax = _reader.ConsumeText("a syntax, as \"proto3\",");
        _reader.Consume(";"u8);
        _file.HasSyntax = true;
        _file.Edition = syntax switch
        {
            "proto2" => Edition.Proto2,
            "proto3" => Edition.Proto3,
            _ => throw new SchemaSyntaxException(offset, $"the syntax \"{syntax}\" is unknown: it is \"proto2\" or \"proto3\""),
        };
    }

    private void ParseEdition()
    {
        _reader.Next();
        _reader.Consume("="u8);
        var offset = _reader.Offset;
        var edition = _reader.ConsumeText("an edition, as \"2023\",");
        _reader.Consume(";"u8);
        _file.HasSyntax = true;
        _file.Edition = edition switch
        {
            "2023" => Edition.E2023,
            "2024" => Edition.E2024,
            _ => throw new SchemaSyntaxException(offset, $"the edition \"{edition}\" is unknown: it is \"2023\" or \"2024\""),
        };
    }

    private void ParseTopLevelStatement()
    {
        if (_reader.TryConsume(";"u8))
        {
        }
        else if (TryParseVisibility(out var visibility) || _reader.LookingAt("message"u8) || _reader.LookingAt("enum"u8))
        {
            ParseType(null, visibility, 0);
        }
        else if (_reader.LookingAt("extend"u8))
        {
            ParseExtend(null, 0);
        }
        else if (_reader.LookingAt("import"u8))
        {
            ParseImport();
        }
        else if (_reader.LookingAt("package"u8))
        {
            ParsePackage();
        }
        else if (_reader.LookingAt("option"u8))
        {
            ParseOptionStatement(_file);
        }
        else if (_reader.LookingAt("service"u8))
        {
            ParseService();
        }
        else
        {
            throw _reader.Unexpected("a statement, as \"message\",");
        }
    }

    // From edition 2024 on these two words cannot begin anything else.
    private bool TryParseVisibility(out Visibility visibility)
    {
        visibility = _file.Edition < Edition.E2024 ? Visibility.Unset
            : _reader.LookingAt("export"u8) ? Visibility.Export
            : _reader.LookingAt("local"u8) ? Visibility.Local
            : Visibility.Unset;
        if (visibility == Visibility.Unset)
        {
            return false;
        }

        _reader.Next();
        return _reader.LookingAt("message"u8) || _reader.LookingAt("enum"u8)
            ? true
            : throw new SchemaSyntaxException(_reader.Offset, "\"local\" and \"export\" stand only before \"message\" and \"enum\"");
    }

    private void ParseType(ProtoMessage? parent, Visibility visibility, int depth)
    {
        if (_reader.TryConsume("message"u8))
        {
            ParseMessage(parent, visibility, depth);
        }
        else
        {
            _reader.Next();
            ParseEnum(parent, visibility);
        }
    }

    private void ParseImport()
    {
        _reader.Next();
        var kind = ImportKind.Plain;
        var kindOffset = _reader.Offset;
        if (_reader.TryConsume("public"u8))
        {
            kind = ImportKind.Public;
        }
        else if (_reader.TryConsume("weak"u8))
        {
            kind = _file.Edition < Edition.E2024
                ? ImportKind.Weak
                : throw new SchemaSyntaxException(kindOffset, "\"import weak\" ends with edition 2023; \"import option\" may be meant");
        }
        else if (_reader.TryConsume("option"u8))
        {
            kind = _file.Edition >= Edition.E2024
                ? ImportKind.Option
                : throw new SchemaSyntaxException(kindOffset, "\"import option\" begins with edition 2024");
        }

        if (kind != ImportKind.Option && _file.Imports is [.., { Kind: ImportKind.Option }])
        {
            throw new SchemaSyntaxException(kindOffset, "imports for options come after the others");
        }

        var offset = _reader.Offset;
        _file.Imports.Add(new ProtoImport(_reader.ConsumeText("the path of a file in quotes"), kind, offset));
        _reader.Consume(";"u8);
    }

    private void ParsePackage()
    {
        if (_file.Package.Length > 0)
        {
            throw new SchemaSyntaxException(_reader.Offset, "the file has two packages");
        }

        _reader.Next();
        _file.PackageOffset = _reader.Offset;
        _file.Package = ParseDottedName("a package name");
        if (_file.Package.Length > ProtobufLimits.PackageLength)
        {
            throw new SchemaSyntaxException(_file.PackageOffset, $"a package name has at most {ProtobufLimits.PackageLength} characters");
        }

        _reader.Consume(";"u8);
    }

    private string ParseDottedName(string wanted)
    {
        var offset = _reader.Offset;
        var name = _reader.ConsumeIdentifier(wanted);
        if (!_reader.LookingAt("."u8))
        {
            return name;
        }

        var parts = new List<string> { name };
        var length = name.Length;
        while (_reader.TryConsume("."u8))
        {
            parts.Add(_reader.ConsumeIdentifier("a name"));
            length += parts[^1].Length + 1;
            if (length > ProtobufLimits.NameLength)
            {
                throw new SchemaSyntaxException(offset, $"a name has at most {ProtobufLimits.NameLength} characters");
            }
        }

        return string.Join('.', parts);
    }
}
