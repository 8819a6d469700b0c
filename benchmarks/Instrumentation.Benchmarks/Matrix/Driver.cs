using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>Makes the calls of a shape. Each goes through a delegate, which costs the annotated and the hand-written method the same 1 to 2 ns.</summary>
internal sealed class Driver
{
    private const int ArgumentMask = 63;

    private readonly Order[] _orders = Order.All;
    private readonly Awaiting _caller;
    private int _sum;

    public Driver()
    {
        _caller = new Awaiting(Gate);
        if (_orders.Length != ArgumentMask + 1)
        {
            throw new InvalidOperationException("The arguments go round by a mask.");
        }
    }

    public Gate Gate { get; } = new();

    public Action<int> Sync(Func<Order, int> call) => Loop(call);

    public Action<int> TaskCompleted(Func<Order, Task<int>> call) => Loop(order => call(order).GetAwaiter().GetResult());

    public Action<int> ValueTaskCompleted(Func<Order, ValueTask<int>> call) => Loop(order => call(order).GetAwaiter().GetResult());

    public Action<int> TaskPending(Func<Order, Task<int>> call) => Loop(order =>
    {
        Gate.Close();
        return _caller.Result(call(order));
    });

    public Action<int> ValueTaskPending(Func<Order, ValueTask<int>> call) => Loop(order =>
    {
        Gate.Close();
        return _caller.Result(call(order));
    });

    public Action<int> Sequence(Func<Order, IAsyncEnumerable<int>> call) => Loop(order =>
    {
        var elements = call(order).GetAsyncEnumerator();
        var sum = 0;
        while (elements.MoveNextAsync().GetAwaiter().GetResult())
        {
            sum += elements.Current;
        }

        elements.DisposeAsync().GetAwaiter().GetResult();
        return sum;
    });

    private Action<int> Loop(Func<Order, int> call) => times =>
    {
        for (var i = 0; i < times; i++)
        {
            _sum += call(_orders[i & ArgumentMask]);
        }
    };
}
