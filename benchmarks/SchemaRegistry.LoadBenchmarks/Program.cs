using SchemaRegistry.LoadBenchmarks.Driving;
using SchemaRegistry.LoadBenchmarks.Reporting;
using SchemaRegistry.LoadBenchmarks.Serving;

// The server that the registry's reads are compared with is this program too, in a process of its own.
if (args is ["serve", var file])
{
    await BareServer.RunAsync(await File.ReadAllBytesAsync(file));
    return 0;
}

var page = args is [.., "--write", var named] ? named : null;
switch (args.FirstOrDefault())
{
    case "reads":
        Table.Publish(page, "registry reads", await Reads.MeasureAsync());
        return 0;
    case "registrations":
        Table.Publish(page, "registry registrations", await Registrations.MeasureAsync());
        return 0;
    case "scale":
        Table.Publish(page, "registry scale", await Scale.MeasureAsync(args is [_, "--folder", var folder, ..] ? Path.GetFullPath(folder) : null));
        return 0;
    case "observation":
        Table.Publish(page, "registry observation", await Observation.MeasureAsync());
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to measure: reads, registrations, scale, observation. With --write docs/performance.md the table goes there.");
        return 1;
}
