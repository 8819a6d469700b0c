namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>A test that mounts a <see cref="SmallDisk"/>; skipped for who may not. The limit of the file's size stands in for it there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsPermitted)
        {
            Skip = "Only root may mount a small file system, and not in every container.";
        }
    }
}
