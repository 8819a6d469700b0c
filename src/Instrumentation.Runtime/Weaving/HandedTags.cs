using System.ComponentModel;

namespace Instrumentation.Weaving;

/// <summary>Tags of a call on their way from a wrapper, which has the call's arguments, to the method's own builder, which has not.</summary>
/// <remarks>
/// They wait in a slot of the thread with the token of the method that they are for. A wrapper fills the slot right before it calls that very method, and no override of it; the
/// method's builder takes them in its first instructions, and whoever called in another way finds nothing. When the call returns or throws, the wrapper puts back what it found:
/// nothing, unless it was called between another wrapper and that one's method.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HandedTags
{
    [ThreadStatic]
    private static HandedTags t_waiting;

    private readonly Type? _method;
    private readonly long _tags;

    private HandedTags(Type method, long tags, object?[]? spanTags)
    {
        _method = method;
        _tags = tags;
        SpanTags = spanTags;
    }

    /// <summary>The values of the span's own tags; null where none were handed over.</summary>
    public object?[]? SpanTags { get; }

    /// <summary>Puts tags into the slot.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="tags">The indexes of the instruments' tags, as one number.</param>
    /// <param name="spanTags">The values of the span's own tags.</param>
    /// <returns>What was in the slot, for <see cref="Restore"/>.</returns>
    public static HandedTags Give(Type method, long tags, object?[]? spanTags = null)
    {
        var before = t_waiting;
        t_waiting = new HandedTags(method, tags, spanTags);
        return before;
    }

    /// <summary>Puts back what was in the slot before the call.</summary>
    public static void Restore(in HandedTags before) => t_waiting = before;

    /// <summary>Takes the tags that are for the method; what is for another one stays.</summary>
    /// <param name="method">The method's token.</param>
    public static HandedTags Take(Type method)
    {
        var taken = t_waiting;
        if (!ReferenceEquals(taken._method, method))
        {
            return default;
        }

        t_waiting = default;
        return taken;
    }

    /// <summary>The number that was handed over, or another one where none was.</summary>
    public long TagsOr(long otherwise) => _method is null ? otherwise : _tags;
}
