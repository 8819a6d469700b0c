using Instrumentation.Hosting;

namespace Microsoft.Extensions.Hosting;

/// <summary>Entry point of the library for a host.</summary>
public static class InstrumentationHostExtensions
{
    /// <summary>Wires the generated decorators of every assembly.</summary>
    /// <param name="builder">The host that is being built.</param>
    /// <returns>A builder to which packages add their parts.</returns>
    public static InstrumentationBuilder AddInstrumentation(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new InstrumentationBuilder(builder);
    }
}
