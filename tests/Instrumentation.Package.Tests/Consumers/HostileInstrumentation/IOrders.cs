namespace Instrumentation
{
    internal interface IOrders
    {
        global::System.Threading.Tasks.Task<string> PlaceAsync(string channel);
    }
}
