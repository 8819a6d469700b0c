namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>An input asks for more work than one request may cause; answered with 422, never with a time-out.</summary>
internal sealed class WorkLimitException(string message) : Exception(message);
