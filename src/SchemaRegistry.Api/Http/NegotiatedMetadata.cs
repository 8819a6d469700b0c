namespace SchemaRegistry.Api.Http;

/// <summary>Marks endpoints whose media types are negotiated, and says which they are. Probes and metrics take any.</summary>
internal sealed record NegotiatedMetadata(MediaTypes Types)
{
    public static readonly NegotiatedMetadata Confluent = new(MediaTypes.Confluent);

    public static readonly NegotiatedMetadata Json = new(MediaTypes.Json);

    /// <summary>The type of an answer; the API's default where there is no endpoint or nothing that the client takes.</summary>
    public static string AnswerType(HttpContext context)
    {
        var types = context.GetEndpoint()?.Metadata.GetMetadata<NegotiatedMetadata>()?.Types ?? MediaTypes.Confluent;
        return types.Choose(context.Request.Headers.Accept) ?? types.Default;
    }
}
