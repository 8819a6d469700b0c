namespace Instrumentation.Metrics.Cells;

/// <summary>
/// A small number that one thread owns for as long as it lives: what is stored under it has one writer, which needs no locked instruction.
/// The number of a thread that ended goes to a later one, together with what was stored.
/// </summary>
internal static class ThreadSlot
{
    /// <summary>The largest number; threads beyond it have none.</summary>
    public const int Max = 512;

    /// <summary>Neither an index nor zero: this thread asked, and there was no number left.</summary>
    private const int Refused = -1;

    private static readonly Thread?[] s_owners = new Thread?[Max + 1];

    [ThreadStatic]
    private static int t_number;

    /// <summary>The thread's number, from 1 on; 0 before it took one, negative if there was none.</summary>
    public static int Current => t_number;

    /// <summary>Gives the thread a number if it has none.</summary>
    /// <returns>Whether it has one now.</returns>
    public static bool Take()
    {
        if (t_number == 0)
        {
            // A plain 64-bit store is seen half-done by readers of a 32-bit process: there, nothing is without a lock.
            t_number = Environment.Is64BitProcess ? Next() : Refused;
        }

        return t_number > 0;
    }

    private static int Next()
    {
        lock (s_owners)
        {
            for (var number = 1; number <= Max; number++)
            {
                if (s_owners[number] is not { IsAlive: true })
                {
                    s_owners[number] = Thread.CurrentThread;
                    Interlocked.MemoryBarrier(); // What the ended thread stored last is read after this.
                    return number;
                }
            }
        }

        return Refused;
    }
}
