using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>A recorded value and the trace it belongs to.</summary>
/// <param name="Value">What was recorded.</param>
/// <param name="Timestamp">When, in ticks of <see cref="DateTime"/> in UTC.</param>
/// <param name="TraceId">The trace, in hexadecimal.</param>
/// <param name="SpanId">The span, in hexadecimal.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Exemplar(double Value, long Timestamp, string TraceId, string SpanId);
