using SchemaRegistry.Api.Schemas.Protobuf.Checks;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>Makes a schema of a parsed file whose imports are linked: names, types, options, features, and then the rules.</summary>
internal static class Linker
{
    /// <exception cref="SchemaSyntaxException">The file breaks a rule.</exception>
    public static void Link(ProtoFile file, SymbolTable symbols)
    {
        FullNames.Set(file);
        symbols.Add(file);
        var scope = new SymbolScope(file, symbols);
        new TypeResolver(scope, symbols).Resolve(file);
        var interpreter = new OptionInterpreter(scope);
        ForEach(file, interpreter.InterpretFeatures);
        FeatureResolver.Resolve(file);
        ForEach(file, interpreter.Interpret);

        // Once more, because some options of the older syntaxes count as features.
        FeatureResolver.Resolve(file);
        SettleRanges(file);
        FileChecks.Check(file);
    }

    private static void ForEach(ProtoFile file, Action<ProtoElement, string> interpret)
    {
        interpret(file, Naming.Join(file.Package, "-"));
        foreach (var element in Declarations.Of(file))
        {
            interpret(element, element.FullName);
            if (element is ProtoMessage message)
            {
                message.ExtensionRanges.ForEach(range => interpret(range, message.FullName));
            }
        }
    }

    // Where "max" is depends on an option of the message.
    private static void SettleRanges(ProtoFile file)
    {
        foreach (var message in file.AllMessages())
        {
            message.IsMessageSet = message.Options?.IsTrue("message_set_wire_format") ?? false;
            foreach (var range in message.ExtensionRanges.Concat(message.ReservedRanges).Where(static range => range.End == Syntax.ProtoParser.MaxRangeEnd + 1))
            {
                range.End = message.IsMessageSet ? int.MaxValue : FieldNumbers.Max + 1;
            }
        }
    }
}
