using Instrumentation.HttpBenchmarks.Driving;
using Instrumentation.HttpBenchmarks.Serving;

// Without arguments it measures; the servers that it measures are this program too, each in a process of its own.
if (args is ["serve", var variant])
{
    await Server.RunAsync(Enum.Parse<Variant>(variant));
    return 0;
}

return await Measurement.RunAsync(args);
