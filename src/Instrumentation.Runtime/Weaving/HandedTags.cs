using System.ComponentModel;

namespace Instrumentation.Weaving;

/// <summary>Tags of a call on their way from a wrapper, which has the call's arguments, to the method's own builder, which has not: a slot that each thread has.</summary>
/// <remarks>
/// They wait in it with the token of the method that they are for. A wrapper fills the slot right before it calls that very method, and no override of it; the method's builder
/// takes them in its first instructions, and whoever called in another way finds nothing. When the call returns or throws, the wrapper puts back what it found: nothing, unless it
/// was called between another wrapper and that one's method.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandedTags
{
    [ThreadStatic]
    private static HandedTags? t_slot;

    // A number and no reference: writing it costs nothing that the garbage collector wants to know.
    private nint _method;
    private long _tags;
    private object?[]? _spanTags;

    private HandedTags()
    {
    }

    /// <summary>The slot of this thread.</summary>
    public static HandedTags Slot => t_slot ??= new HandedTags();

    /// <summary>Puts tags into the slot.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="tags">The indexes of the instruments' tags, as one number.</param>
    /// <param name="spanTags">The values of the span's own tags.</param>
    /// <returns>What was in the slot, for <see cref="Restore"/>; null for nothing.</returns>
    public HandedTags? Give(nint method, long tags, object?[]? spanTags = null)
    {
        var before = _method == 0 ? null : new HandedTags { _method = _method, _tags = _tags, _spanTags = _spanTags };
        Set(method, tags, spanTags);
        return before;
    }

    /// <summary>Puts back what was in the slot before the call.</summary>
    public void Restore(HandedTags? before)
    {
        if (before is null)
        {
            Set(0, 0, null);
        }
        else
        {
            Set(before._method, before._tags, before._spanTags);
        }
    }

    /// <summary>Takes the tags that are for the method; what is for another one stays.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="otherwise">The number where nothing was handed over.</param>
    public static long Take(nint method, long otherwise) => Take(method, otherwise, out _);

    /// <summary>The same with the values of the span's own tags; null where none were handed over.</summary>
    public static long Take(nint method, long otherwise, out object?[]? spanTags)
    {
        spanTags = null;
        if (t_slot is not { } slot || slot._method != method)
        {
            return otherwise;
        }

        spanTags = slot._spanTags;
        var tags = slot._tags;
        slot.Set(0, 0, null);
        return tags;
    }

    private void Set(nint method, long tags, object?[]? spanTags)
    {
        _method = method;
        _tags = tags;
        if (!ReferenceEquals(_spanTags, spanTags))
        {
            _spanTags = spanTags;
        }
    }
}
