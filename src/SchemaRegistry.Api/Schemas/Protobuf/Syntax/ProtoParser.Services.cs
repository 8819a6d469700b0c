using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

internal sealed partial class ProtoParser
{
    private void ParseService()
    {
        _reader.Next();
        var service = new ProtoService { Offset = _reader.Offset };
        service.Name = _reader.ConsumeIdentifier("the name of a service");
        _file.Services.Add(service);
        _reader.Consume("{"u8);
        while (!_reader.TryConsume("}"u8))
        {
            if (_reader.AtEnd)
            {
                throw new SchemaSyntaxException(_reader.Offset, $"the service \"{service.Name}\" does not end: \"}}\" is missing");
            }

            if (_reader.TryConsume(";"u8))
            {
            }
            else if (_reader.LookingAt("option"u8))
            {
                ParseOptionStatement(service);
            }
            else
            {
                service.Methods.Add(ParseMethod());
            }
        }
    }

    private ProtoMethod ParseMethod()
    {
        _reader.Consume("rpc"u8);
        var method = new ProtoMethod { Offset = _reader.Offset };
        method.Name = _reader.ConsumeIdentifier("the name of a method");
        _reader.Consume("("u8);
        method.ClientStreaming = _reader.TryConsume("stream"u8);
        method.InputOffset = _reader.Offset;
        method.InputName = ParseUserTypeName();
        _reader.Consume(")"u8);
        _reader.Consume("returns"u8);
        _reader.Consume("("u8);
        method.ServerStreaming = _reader.TryConsume("stream"u8);
        method.OutputOffset = _reader.Offset;
        method.OutputName = ParseUserTypeName();
        _reader.Consume(")"u8);
        if (_reader.LookingAt("{"u8))
        {
            ParseMethodBlock(method);
        }
        else
        {
            _reader.Consume(";"u8);
        }

        return method;
    }

    private void ParseMethodBlock(ProtoMethod method)
    {
        _reader.Next();
        method.HasBlock = true;
        while (!_reader.TryConsume("}"u8))
        {
            if (!_reader.TryConsume(";"u8))
            {
                ParseOptionStatement(method);
            }
        }
    }
}
