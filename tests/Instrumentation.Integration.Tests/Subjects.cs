namespace Instrumentation.Integration.Tests;

/// <summary>Methods of every return shape, each with a counter that splits by outcome.</summary>
internal sealed class Shapes
{
    [Instrumented("shapes_void_seconds")]
    public void Void(Exception? failure) => Throw(failure);

    [Instrumented("shapes_value_seconds")]
    public int Value(Exception? failure)
    {
        Throw(failure);
        return 42;
    }

    [Instrumented("shapes_replaced_seconds")]
    public void Replaced(Exception first, InvalidOperationException second) => Replace(first, second);

    [Instrumented("shapes_replaced_task_seconds")]
    public Task ReplacedTask(Task inner, Exception first, InvalidOperationException second)
    {
        Replace(first, second);
        return inner;
    }

    // The first exception has been seen by all around this when the second takes its place.
    private static void Replace(Exception first, InvalidOperationException second)
    {
        try
        {
            try
            {
                throw first;
            }
            finally
            {
                Throw(second);
            }
        }
        catch (InvalidOperationException)
        {
        }
    }

    [Instrumented("shapes_task_seconds")]
    public Task TaskOf(Task inner, Exception? failure)
    {
        Throw(failure);
        return inner;
    }

    [Instrumented("shapes_task_result_seconds")]
    public Task<string> TaskOf(Task<string> inner, Exception? failure)
    {
        Throw(failure);
        return inner;
    }

    [Instrumented("shapes_value_task_seconds")]
    public ValueTask ValueTaskOf(ValueTask inner, Exception? failure)
    {
        Throw(failure);
        return inner;
    }

    [Instrumented("shapes_value_task_result_seconds")]
    public ValueTask<string> ValueTaskOf(ValueTask<string> inner, Exception? failure)
    {
        Throw(failure);
        return inner;
    }

    private static void Throw(Exception? failure)
    {
        if (failure is not null)
        {
            throw failure;
        }
    }
}
