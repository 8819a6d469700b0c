using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Management;

/// <summary>Who may see what is not for everybody: whoever comes in on the management port and satisfies the policy, where there are such.</summary>
internal static class ManagementGuard
{
    /// <summary>Whether a request came in where it may.</summary>
    public static bool IsOnPort(HttpContext context) => OptionsOf(context).ManagementPort is not { } port || context.Connection.LocalPort == port;

    /// <summary>Whether a request may see details.</summary>
    public static async ValueTask<bool> AdmitsAsync(HttpContext context)
    {
        if (!IsOnPort(context))
        {
            return false;
        }

        if (OptionsOf(context).ManagementPolicy is not { } policy)
        {
            return true;
        }

        var authorization = context.RequestServices.GetRequiredService<IAuthorizationService>();
        return (await authorization.AuthorizeAsync(context.User, context, policy).ConfigureAwait(false)).Succeeded;
    }

    private static AspNetCoreInstrumentationOptions OptionsOf(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<AspNetCoreInstrumentationOptions>>().Value;
}
