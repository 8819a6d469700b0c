namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Pairs as many as possible, each with at most one partner that suits (augmenting paths).</summary>
internal static class MaximumCardinalityMatch
{
    /// <param name="partners">For each on the left the ones on the right that suit.</param>
    /// <param name="rightCount">How many are on the right.</param>
    /// <param name="spend">Told of each step.</param>
    public static int MaximumSize(int[][] partners, int rightCount, Action<int> spend)
    {
        var leftOf = new int[rightCount];
        Array.Fill(leftOf, -1);
        return Enumerable.Range(0, partners.Length).Count(start => Augment(partners, leftOf, start, spend));
    }

    // Breadth first, so that long chains of exchanges do not become deep calls.
    private static bool Augment(int[][] partners, int[] leftOf, int start, Action<int> spend)
    {
        var reachedFrom = new Dictionary<int, int>();
        var waiting = new Queue<int>();
        waiting.Enqueue(start);
        while (waiting.TryDequeue(out var left))
        {
            spend(1 + partners[left].Length);
            foreach (var right in partners[left])
            {
                if (!reachedFrom.TryAdd(right, left))
                {
                    continue;
                }

                if (leftOf[right] < 0)
                {
                    Exchange(leftOf, reachedFrom, right, start);
                    return true;
                }

                waiting.Enqueue(leftOf[right]);
            }
        }

        return false;
    }

    private static void Exchange(int[] leftOf, Dictionary<int, int> reachedFrom, int right, int start)
    {
        while (true)
        {
            var left = reachedFrom[right];
            var previous = left == start ? -1 : Array.IndexOf(leftOf, left);
            leftOf[right] = left;
            if (previous < 0)
            {
                return;
            }

            right = previous;
        }
    }
}
