using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>Loads a compiled program into a context of its own, runs it and lets it go.</summary>
internal static class LoadedProgram
{
    public static Task<string> RunAsync(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return RunAsync(image.ToArray());
    }

    public static async Task<string> RunAsync(byte[] assembly)
    {
        using var image = new MemoryStream(assembly);
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            var run = context.LoadFromStream(image).GetType("Entry", throwOnError: true)!.GetMethod("Run")!;
            return await (Task<string>)run.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
