using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Checks;

/// <summary>The rules for <c>feature_support</c>: the editions it names are in order, and what goes says so in words.</summary>
internal static class FeatureSupportChecks
{
    public static void Check(ProtoElement element)
    {
        if (element is not (ProtoField or ProtoEnumValue) || element.Options?.Find("feature_support") is not MessageValue support)
        {
            return;
        }

        var (introduced, deprecated, removed) = (Edition(support, "edition_introduced"), Edition(support, "edition_deprecated"), Edition(support, "edition_removed"));
        if (deprecated is null != support.Find("deprecation_warning") is null || removed is null != support.Find("removal_error") is null)
        {
            throw Refused(element, "an edition that deprecates or removes something and the text that says so go together");
        }

        if (deprecated < introduced || removed < introduced || deprecated >= removed)
        {
            throw Refused(element, "something is introduced, then deprecated, then removed");
        }
    }

    private static int? Edition(MessageValue support, string name) => support.Find(name) as int?;

    private static SchemaSyntaxException Refused(ProtoElement element, string reason) => new(OptionChecks.OffsetOf(element), reason);
}
