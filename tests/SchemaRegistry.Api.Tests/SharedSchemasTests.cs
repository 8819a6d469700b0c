using System.Text;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class SharedSchemasTests
{
    [SharedSchemasFact]
    public async Task RealSchemas_RegisteredAndRestarted_ComeBackByteForByte()
    {
        using var folder = new TemporaryFolder();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        await using (var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0"))
        {
            foreach (var (type, path) in SharedSchemas.Files())
            {
                var answer = await server.Registry.RegisterAsync(path, await File.ReadAllTextAsync(path), type);
                ids.Add(path, answer.Ok().GetProperty("id").GetInt32());
            }

            Assert.True(ids.Count >= 14, $"Only {ids.Count} files were found.");
            await CompareAsync(server.Registry, ids);
        }

        await using var restarted = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await CompareAsync(restarted.Registry, ids);
    }

    private static async Task CompareAsync(RegistryClient registry, Dictionary<string, int> ids)
    {
        foreach (var (path, id) in ids)
        {
            var expected = await File.ReadAllBytesAsync(path);
            var version = $"/subjects/{Uri.EscapeDataString(path)}/versions/latest";

            Assert.Equal(expected, (await registry.GetAsync($"{version}/schema")).Bytes);
            Assert.Equal(expected, Encoding.UTF8.GetBytes((await registry.GetAsync(version)).Ok().GetProperty("schema").GetString()!));
            Assert.Equal(expected, (await registry.GetAsync($"/schemas/ids/{id}/schema")).Bytes);
        }
    }
}
