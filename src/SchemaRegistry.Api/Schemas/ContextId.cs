namespace SchemaRegistry.Api.Schemas;

/// <summary>An id and the context in which it is one; there is only the default context.</summary>
internal sealed record ContextId(string Context, int Id)
{
    public const string Default = ".";
}
