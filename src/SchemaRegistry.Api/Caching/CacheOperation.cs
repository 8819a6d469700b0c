namespace SchemaRegistry.Api.Caching;

internal enum CacheOperation
{
    Get,
    Set,
    Remove,
}
