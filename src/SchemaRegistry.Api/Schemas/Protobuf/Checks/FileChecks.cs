using SchemaRegistry.Api.Schemas.Protobuf.Linking;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules of the language that need resolved types, options and features.</summary>
internal static class FileChecks
{
    /// <exception cref="SchemaSyntaxException">The file breaks one.</exception>
    public static void Check(ProtoFile file)
    {
        CheckLite(file);
        if (file.IsEditions && file.Options is { } options && options.IsTrue("java_string_check_utf8"))
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(file), "in editions there is no \"java_string_check_utf8\"");
        }

        if (file.Features.FieldPresence == FeatureSet.LegacyRequired && file.IsEditions)
        {
            throw new SchemaSyntaxException(OptionChecks.OffsetOf(file), "fields cannot be required by default");
        }

        foreach (var message in file.AllMessages())
        {
            MessageChecks.Check(message);
            RangeChecks.Check(message);
            JsonNameChecks.Check(message);
            message.ExtensionRanges.ForEach(range => DeclarationChecks.Check(message, range));
            message.Fields.ForEach(FieldChecks.Check);
        }

        foreach (var type in file.AllEnums())
        {
            EnumChecks.Check(type);
        }

        foreach (var extension in file.AllExtensions())
        {
            FieldChecks.Check(extension);
            ExtensionChecks.Check(extension);
        }

        CheckFeatures(file);
        StyleChecks.Check(file);
    }

    /// <summary>Whether code for the file has neither descriptors nor reflection.</summary>
    public static bool IsLite(ProtoFile file) => file.Options?.Find("optimize_for") is 3;

    private static void CheckLite(ProtoFile file)
    {
        if (!IsLite(file) && file.Imports.Zip(file.Dependencies).FirstOrDefault(static pair => IsLite(pair.Second)) is { Second: not null } lite)
        {
            throw new SchemaSyntaxException(
                lite.First.Offset, $"\"{lite.First.Path}\" has optimize_for = LITE_RUNTIME: only files that have it too can import it");
        }

        if (IsLite(file) && file.Services is [var service, ..] && HasGenericServices(file))
        {
            throw new SchemaSyntaxException(service.Offset, "with optimize_for = LITE_RUNTIME there are no generic services");
        }
    }

    private static bool HasGenericServices(ProtoFile file) =>
        file.Options is { } options && (options.IsTrue("cc_generic_services") || options.IsTrue("java_generic_services"));

    private static void CheckFeatures(ProtoFile file)
    {
        foreach (var element in Declarations.Of(file).Prepend(file))
        {
            FeatureSupportChecks.Check(element);
            var (presence, type, encoding, utf8, message, json, style, visibility) = element.Features;
            if (presence == 0 || type == 0 || encoding == 0 || utf8 == 0 || message == 0 || json == 0 || style == 0 || visibility == 0)
            {
                throw new SchemaSyntaxException(OptionChecks.OffsetOf(element), "a feature is set to an unknown value");
            }
        }
    }
}
