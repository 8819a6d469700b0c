using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Commands;

/// <summary>Finds the command in the program's arguments: the first one, where it is a word and no setting.</summary>
internal static class CommandLine
{
    /// <summary>How the program is called.</summary>
    public const string Usage =
        """
        Usage:
          SchemaRegistry.Api [settings]                  serves
          SchemaRegistry.Api export <file|-> [settings]  writes the registry as JSON lines; it may be running
          SchemaRegistry.Api import <file|-> [settings]  reads JSON lines into an empty registry, with all ids
          SchemaRegistry.Api restore <file> [settings]   puts a back-up in the place of the registry, which must not be running
        Settings are those of the server, such as --Registry:DataDirectory=/var/lib/registry.
        """;

    /// <returns><see langword="null"/> where the program shall serve.</returns>
    public static ICommand? Find(string[] args)
    {
        if (args is not [var name, ..] || name.StartsWith('-') || name.Contains('='))
        {
            return null;
        }

        return args switch
        {
            ["export", var file, .. var settings] when IsFile(file) => new ExportCommand(file, Options(settings)),
            ["import", var file, .. var settings] when IsFile(file) => new ImportCommand(file, Options(settings)),
            ["restore", var file, .. var settings] when IsFile(file) && file != ConsoleName => new RestoreCommand(file, Options(settings)),
            _ => new UsageCommand(name),
        };
    }

    /// <summary>Stands for the console in place of a file.</summary>
    public const string ConsoleName = "-";

    private static bool IsFile(string argument) => argument == ConsoleName || !argument.StartsWith('-');

    // As the server finds them: settings beside the program, environment, arguments.
    private static RegistryOptions Options(string[] settings) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory })
            .Configuration.GetSection(RegistryOptions.Section).Get<RegistryOptions>() ?? new RegistryOptions();
}
