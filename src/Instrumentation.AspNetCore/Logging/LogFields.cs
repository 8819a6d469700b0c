namespace Instrumentation.AspNetCore.Logging;

/// <summary>The fields of one log line in order of appearance; a name that comes again replaces the earlier value, so that JSON keys stay unique.</summary>
internal sealed class LogFields
{
    private const string OriginalFormat = "{OriginalFormat}";

    private readonly List<KeyValuePair<string, object?>> _items = [];

    public int Count => _items.Count;

    public KeyValuePair<string, object?> this[int index] => _items[index];

    public void Clear() => _items.Clear();

    public void AddFrom(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            return;
        }

        foreach (var pair in pairs)
        {
            if (!string.IsNullOrEmpty(pair.Key) && !string.Equals(pair.Key, OriginalFormat, StringComparison.Ordinal))
            {
                Set(pair);
            }
        }
    }

    // Lines have a handful of fields: a scan is cheaper than a dictionary.
    private void Set(KeyValuePair<string, object?> pair)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            if (string.Equals(_items[i].Key, pair.Key, StringComparison.Ordinal))
            {
                _items[i] = pair;
                return;
            }
        }

        _items.Add(pair);
    }
}
