using Instrumentation;
using Instrumentation.AspNetCore;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets the clients of <c>IHttpClientFactory</c> send the correlation id on.</summary>
public static class AspNetCoreInstrumentationHttpClientExtensions
{
    /// <summary>
    /// Adds a <see cref="CorrelationHandler"/> under the header name of <see cref="AspNetCoreInstrumentationOptions.CorrelationHeader"/>.
    /// <c>AddAspNetCore</c> does so for every client of the factory; this is for hosts without it.
    /// </summary>
    /// <param name="builder">The client's builder.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddCorrelation(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddHttpMessageHandler(static provider =>
            new CorrelationHandler(provider.GetRequiredService<IOptions<AspNetCoreInstrumentationOptions>>().Value.CorrelationHeader));
    }
}
