using SchemaRegistry.Api.Schemas.Protobuf.Linking;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The style of names that edition 2024 enforces.</summary>
internal static class StyleChecks
{
    public static void Check(ProtoFile file)
    {
        if (IsEnforced(file) && file.Package.Length > 0 && !IsSnakeCase(file.Package, static c => char.IsAsciiLetterLower(c) || c == '.'))
        {
            throw new SchemaSyntaxException(file.PackageOffset, $"the package name \"{file.Package}\" must be in lower_snake_case");
        }

        foreach (var element in Declarations.Of(file).Where(IsEnforced))
        {
            Check(element);
        }
    }

    private static bool IsEnforced(ProtoElement element) => element.Features.NamingStyle is FeatureSet.Style2024 or FeatureSet.Style2026;

    private static void Check(ProtoElement element)
    {
        var (isRight, style) = element switch
        {
            ProtoMessage { IsMapEntry: true } or ProtoField { Container.IsMapEntry: true } => (true, string.Empty),
            ProtoMessage or ProtoEnum or ProtoService or ProtoMethod => (IsTitleCase(element.Name), "TitleCase"),
            ProtoEnumValue => (IsSnakeCase(element.Name, char.IsAsciiLetterUpper), "UPPER_SNAKE_CASE"),
            _ => (IsSnakeCase(element.Name, char.IsAsciiLetterLower), "lower_snake_case"),
        };
        if (!isRight)
        {
            throw new SchemaSyntaxException(
                element.Offset, $"the name \"{element.Name}\" must be in {style}, as features.enforce_naming_style says");
        }
    }

    private static bool IsTitleCase(string name) => char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    // An underscore stands between words, and a word starts with a letter.
    private static bool IsSnakeCase(string name, Func<char, bool> isLetter)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isRight = name[i] == '_'
                ? i > 0 && i + 1 < name.Length && char.IsAsciiLetter(name[i + 1])
                : isLetter(name[i]) || char.IsAsciiDigit(name[i]);
            if (!isRight)
            {
                return false;
            }
        }

        return true;
    }
}
