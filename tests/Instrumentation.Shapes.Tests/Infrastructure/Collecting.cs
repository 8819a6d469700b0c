using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>Starts recording before the first test, as a host does.</summary>
internal static class Collecting
{
    [ModuleInitializer]
    internal static void Start() => MetricRegistry.StartCollecting();
}
