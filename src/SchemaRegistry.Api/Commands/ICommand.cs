namespace SchemaRegistry.Api.Commands;

/// <summary>What the program can do other than serve.</summary>
internal interface ICommand
{
    /// <returns>The exit code: 0, or 1 where it failed and has said why.</returns>
    Task<int> RunAsync();
}
