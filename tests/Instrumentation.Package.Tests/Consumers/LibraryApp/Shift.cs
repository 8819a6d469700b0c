using Instrumentation;

namespace Picking;

internal static class Shift
{
    [MetricCounter("shifts_begun_total")]
    public static void Begin()
    {
    }
}
