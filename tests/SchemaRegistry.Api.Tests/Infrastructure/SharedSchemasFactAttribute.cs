namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>A test that reads <see cref="SharedSchemas"/>; skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedSchemasFactAttribute : FactAttribute
{
    public SharedSchemasFactAttribute()
    {
        if (SharedSchemas.Folder is null)
        {
            Skip = SharedSchemas.Missing;
        }
    }
}
