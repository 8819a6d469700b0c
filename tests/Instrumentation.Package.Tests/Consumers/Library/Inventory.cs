using Instrumentation;

namespace Warehouse;

/// <summary>Reached from outside through its interface.</summary>
[Instrumented("inventory_seconds")]
[Tag("site", Value = "north")]
public sealed class Inventory : IInventory
{
    /// <inheritdoc />
    public Task<int> CountAsync(string article) => Task.FromResult(article.Length);
}
