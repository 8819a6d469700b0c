namespace SchemaRegistry.Api.Http;

/// <summary>Tells a client of an error, in the form of one of the APIs.</summary>
internal delegate Task ErrorWriter(HttpContext context, RegistryException error);
