using SchemaRegistry.Api.Config;

namespace SchemaRegistry.Api.Subjects;

/// <summary>The subject that a request means: the one it names, or the one whose alias that is.</summary>
internal sealed record MeantSubject(string Name)
{
    public static async ValueTask<MeantSubject> BindAsync(HttpContext context)
    {
        var named = await SubjectName.BindAsync(context);
        var configs = context.RequestServices.GetRequiredService<IConfigService>();
        return new MeantSubject(await configs.ResolveAliasAsync(named.Value, context.RequestAborted));
    }
}
