using Shop;

file static class Opening
{
    internal static void First() => _ = new Orders().PlaceAsync(Channel.Web, items: 1);
}
