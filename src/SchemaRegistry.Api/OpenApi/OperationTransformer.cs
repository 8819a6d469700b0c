using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.OpenApi;

/// <summary>Describes what the framework does not see: bodies and path parameters that we bind ourselves, and answers in negotiated media types.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<NegotiatedMetadata>().FirstOrDefault() is not { } negotiated || metadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler)
        {
            return;
        }

        var path = context.Description.RelativePath ?? string.Empty;
        AddPathParameters(operation, path);
        var parameters = handler.GetParameters().Select(static parameter => parameter.ParameterType).ToList();
        if (parameters.Find(static type => IsOf(type, typeof(JsonBody<>))) is { } body)
        {
            operation.RequestBody = Body(await context.GetOrCreateSchemaAsync(body.GetGenericArguments()[0], cancellationToken: cancellationToken), negotiated.Types.Consumed);
        }
        else if (parameters.Contains(typeof(RawBody)))
        {
            operation.RequestBody = Body(new OpenApiSchema(), negotiated.Types.Consumed);
        }

        var error = await context.GetOrCreateSchemaAsync(negotiated.Error, cancellationToken: cancellationToken);
        operation.Responses ??= [];
        operation.Responses["default"] = Response("What went wrong", error, negotiated.ErrorTypes);
        if (AnswerType(handler.ReturnType) is { } answer)
        {
            var schema = answer == typeof(string) ? new OpenApiSchema() : await context.GetOrCreateSchemaAsync(answer, cancellationToken: cancellationToken);
            operation.Responses[StatusCodes.Status200OK.ToString(CultureInfo.InvariantCulture)] = Response("OK", schema, negotiated.Types.Produced);
        }
    }

    private static void AddPathParameters(OpenApiOperation operation, string path)
    {
        operation.Parameters ??= [];
        var names = path.Split('/').Where(static part => part.StartsWith('{') && part.EndsWith('}')).Select(static part => part[1..^1].Split(':')[0]);
        foreach (var name in names.Where(name => operation.Parameters.All(known => known.Name != name)))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    private static OpenApiRequestBody Body(IOpenApiSchema schema, IEnumerable<string> types) => new() { Required = true, Content = Content(schema, types) };

    private static OpenApiResponse Response(string description, IOpenApiSchema schema, IEnumerable<string> types) =>
        new() { Description = description, Content = Content(schema, types) };

    private static Dictionary<string, OpenApiMediaType> Content(IOpenApiSchema schema, IEnumerable<string> types) =>
        types.ToDictionary(static type => type, _ => new OpenApiMediaType { Schema = schema }, StringComparer.Ordinal);

    // What is in the answer of a handler: of Task<Answer<T>> the T, of a schema's text a string.
    private static Type? AnswerType(Type returned)
    {
        var result = IsOf(returned, typeof(Task<>)) ? returned.GetGenericArguments()[0] : returned;
        return IsOf(result, typeof(Answer<>)) ? result.GetGenericArguments()[0] : result == typeof(SchemaTextAnswer) ? typeof(string) : null;
    }

    private static bool IsOf(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;
}
