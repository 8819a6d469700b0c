namespace SchemaRegistry.Api.Http;

/// <summary><c>{}</c>.</summary>
internal sealed record EmptyBody;
