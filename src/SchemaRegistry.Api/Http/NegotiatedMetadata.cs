namespace SchemaRegistry.Api.Http;

/// <summary>Marks endpoints whose media types are negotiated, and says which they are. Probes and metrics take any.</summary>
/// <param name="Types">The types of bodies and answers.</param>
/// <param name="Error">What an error is told by.</param>
/// <param name="ErrorTypes">The types of that.</param>
internal sealed record NegotiatedMetadata(MediaTypes Types, Type Error, IEnumerable<string> ErrorTypes)
{
    public static readonly NegotiatedMetadata Confluent = new(MediaTypes.Confluent, typeof(ErrorBody), MediaTypes.Confluent.Produced);

    public static readonly NegotiatedMetadata ConfluentOrPage = Confluent with { Types = MediaTypes.ConfluentOrPage };

    public static readonly NegotiatedMetadata Json = new(MediaTypes.Json, typeof(ProblemBody), [ProblemBody.MediaType]);

    /// <summary>The type of an answer; the API's default where there is no endpoint or nothing that the client takes.</summary>
    public static string AnswerType(HttpContext context)
    {
        var types = context.GetEndpoint()?.Metadata.GetMetadata<NegotiatedMetadata>()?.Types ?? MediaTypes.Confluent;
        return types.Choose(context.Request.Headers.Accept) ?? types.Default;
    }
}
