namespace Instrumentation.OpenTelemetry.Redaction;

/// <summary>
/// The fields of one log line or record in order of appearance; a name that comes again replaces the earlier value, so that names stay unique. What is classified is hidden on the way in.
/// </summary>
internal sealed class LogFields
{
    private readonly List<KeyValuePair<string, object?>> _items = [];

    public int Count => _items.Count;

    /// <summary>The fields themselves.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Items => _items;

    public KeyValuePair<string, object?> this[int index] => _items[index];

    public void Clear() => _items.Clear();

    /// <summary>Takes the values of a context, a scope or a message.</summary>
    /// <param name="state">What may have values.</param>
    /// <param name="template">The message's template, for a message.</param>
    /// <returns>Whether something was hidden.</returns>
    public bool AddFrom(object? state, string? template = null)
    {
        var isHidden = false;
        if (state is IReadOnlyList<KeyValuePair<string, object?>> list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                isHidden |= Add(list[i], template);
            }
        }
        else if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            foreach (var pair in pairs)
            {
                isHidden |= Add(pair, template);
            }
        }

        return isHidden;
    }

    /// <summary>Sets a field that has nothing to hide.</summary>
    public void Set(string name, object? value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            _items.Add(new(name, value));
        }
        else
        {
            _items[index] = new(name, value);
        }
    }

    /// <summary>Finds a field by its name.</summary>
    public (bool IsFound, object? Value) Find(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? (false, null) : (true, _items[index].Value);
    }

    /// <summary>Takes a field out, which then stands elsewhere.</summary>
    public object? Take(string name)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            return null;
        }

        var value = _items[index].Value;
        _items.RemoveAt(index);
        return value;
    }

    private bool Add(KeyValuePair<string, object?> pair, string? template)
    {
        if (string.IsNullOrEmpty(pair.Key) || string.Equals(pair.Key, LogRedaction.OriginalFormat, StringComparison.Ordinal))
        {
            return false;
        }

        var value = pair.Value;
        var isHidden = LogRedaction.Hide(template, pair.Key, ref value);
        Set(pair.Key, value);
        return isHidden;
    }

    // Lines have a handful of fields: a scan is cheaper than a dictionary.
    private int IndexOf(string name)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            if (string.Equals(_items[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
