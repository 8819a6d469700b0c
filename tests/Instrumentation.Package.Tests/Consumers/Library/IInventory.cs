namespace Warehouse;

/// <summary>What is there.</summary>
public interface IInventory
{
    /// <summary>How many there are.</summary>
    /// <param name="article">Of what.</param>
    Task<int> CountAsync(string article);
}
