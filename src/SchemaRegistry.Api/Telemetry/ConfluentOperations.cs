using System.Collections.Frozen;

namespace SchemaRegistry.Api.Telemetry;

/// <summary>Which operation an endpoint of the Confluent API is.</summary>
internal static class ConfluentOperations
{
    private static readonly FrozenDictionary<(string Method, string Route), ConfluentOperation> s_operations =
        new Dictionary<(string, string), ConfluentOperation>
        {
            [("GET", "/")] = ConfluentOperation.Root,
            [("POST", "/")] = ConfluentOperation.Root,
            [("GET", "/contexts")] = ConfluentOperation.ListContexts,
            [("GET", "/v1/metadata/id")] = ConfluentOperation.GetMetadata,
            [("GET", "/v1/metadata/version")] = ConfluentOperation.GetMetadata,
            [("GET", "/v1/metadata/deployment")] = ConfluentOperation.GetMetadata,
            [("GET", "/subjects")] = ConfluentOperation.ListSubjects,
            [("POST", "/subjects/{subject}")] = ConfluentOperation.LookUp,
            [("DELETE", "/subjects/{subject}")] = ConfluentOperation.DeleteSubject,
            [("GET", "/subjects/{subject}/metadata")] = ConfluentOperation.GetByMetadata,
            [("GET", "/subjects/{subject}/versions")] = ConfluentOperation.ListVersions,
            [("POST", "/subjects/{subject}/versions")] = ConfluentOperation.Register,
            [("GET", "/subjects/{subject}/versions/{version}")] = ConfluentOperation.GetVersion,
            [("GET", "/subjects/{subject}/versions/{version}/schema")] = ConfluentOperation.GetVersionText,
            [("GET", "/subjects/{subject}/versions/{version}/referencedby")] = ConfluentOperation.GetReferrers,
            [("DELETE", "/subjects/{subject}/versions/{version}")] = ConfluentOperation.DeleteVersion,
            [("GET", "/schemas")] = ConfluentOperation.ListSchemas,
            [("GET", "/schemas/types")] = ConfluentOperation.ListTypes,
            [("GET", "/schemas/ids/{id:int}")] = ConfluentOperation.GetSchema,
            [("GET", "/schemas/ids/{id:int}/schema")] = ConfluentOperation.GetSchemaText,
            [("GET", "/schemas/ids/{id:int}/subjects")] = ConfluentOperation.GetSchemaSubjects,
            [("GET", "/schemas/ids/{id:int}/versions")] = ConfluentOperation.GetSchemaVersions,
            [("GET", "/schemas/guids/{guid:guid}")] = ConfluentOperation.GetSchemaByGuid,
            [("GET", "/schemas/guids/{guid:guid}/ids")] = ConfluentOperation.GetSchemaByGuid,
            [("POST", "/compatibility/subjects/{subject}/versions")] = ConfluentOperation.CheckCompatibility,
            [("POST", "/compatibility/subjects/{subject}/versions/{version}")] = ConfluentOperation.CheckCompatibility,
            [("GET", "/config")] = ConfluentOperation.GetGlobalConfig,
            [("PUT", "/config")] = ConfluentOperation.SetGlobalConfig,
            [("DELETE", "/config")] = ConfluentOperation.RemoveGlobalConfig,
            [("GET", "/config/{subject}")] = ConfluentOperation.GetConfig,
            [("PUT", "/config/{subject}")] = ConfluentOperation.SetConfig,
            [("DELETE", "/config/{subject}")] = ConfluentOperation.RemoveConfig,
            [("GET", "/mode")] = ConfluentOperation.GetGlobalMode,
            [("PUT", "/mode")] = ConfluentOperation.SetGlobalMode,
            [("DELETE", "/mode")] = ConfluentOperation.RemoveGlobalMode,
            [("GET", "/mode/{subject}")] = ConfluentOperation.GetMode,
            [("PUT", "/mode/{subject}")] = ConfluentOperation.SetMode,
            [("DELETE", "/mode/{subject}")] = ConfluentOperation.RemoveMode,
        }.ToFrozenDictionary();

    /// <summary>Marks each endpoint of the API with its operation, once and not per request.</summary>
    public static T WithConfluentOperations<T>(this T api)
        where T : IEndpointConventionBuilder
    {
        api.Finally(static endpoint =>
        {
            var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods;
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && methods is [var method, ..])
            {
                endpoint.Metadata.Add(new ConfluentOperationMetadata(s_operations.GetValueOrDefault((method, route), ConfluentOperation.Other)));
            }
        });
        return api;
    }
}
