namespace SchemaRegistry.Api.Commands;

/// <summary>Says how the program is called.</summary>
internal sealed class UsageCommand(string name) : ICommand
{
    private const int WrongUsage = 2;

    public async Task<int> RunAsync()
    {
        if (name == "help")
        {
            await Console.Out.WriteLineAsync(CommandLine.Usage);
            return 0;
        }

        await Console.Error.WriteLineAsync($"'{name}' is no command, or its file is missing.\n{CommandLine.Usage}");
        return WrongUsage;
    }
}
