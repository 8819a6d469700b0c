using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Instrumentation.Weaving;

/// <summary>Tags of a call on their way from a wrapper, which has the call's arguments, to the method's own builder, which has not: a slot that each thread has.</summary>
/// <remarks>
/// They wait in it with the token of the method that they are for. A wrapper fills the slot right before it calls that very method, and no override of it; the method's builder
/// takes them in its first instructions, and whoever called in another way finds nothing. When the call returns or throws, the wrapper puts back what it found: nothing, unless it
/// was called between another wrapper and that one's method.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Auto)]
public struct HandedTags
{
    [ThreadStatic]
    private static HandedTags t_slot;

    // Apart, so that the slot is numbers alone, and touched only for methods whose spans have tags of arguments.
    [ThreadStatic]
    private static object?[]? t_spanTags;

    // A number and no reference: writing it costs nothing that the garbage collector wants to know.
    private nint _method;
    private long _tags;

    /// <summary>The slot of this thread. Who fills it keeps the reference: to find the slot again would be the dearest part of emptying it.</summary>
    public static ref HandedTags Slot => ref t_slot;

    /// <summary>Puts tags into the slot.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="tags">The indexes of the instruments' tags, as one number.</param>
    /// <returns>What was in the slot, for <see cref="Restore"/>; null for nothing, as nearly always: two numbers would have to be copied and put back each time.</returns>
    public object? Give(nint method, long tags)
    {
        object? before = _method == 0 ? null : this;
        _method = method;
        _tags = tags;
        return before;
    }

    /// <summary>Puts back what was in the slot before the call.</summary>
    public void Restore(object? before)
    {
        if (before is null)
        {
            _method = 0;
        }
        else
        {
            this = (HandedTags)before;
        }
    }

    /// <summary>Keeps the values of the span's own tags beside the slot.</summary>
    /// <param name="spanTags">The values; null where nobody listens.</param>
    /// <returns>What was kept there, to be put back by the same method.</returns>
    public static object?[]? KeepSpanTags(object?[]? spanTags)
    {
        var before = t_spanTags;
        if (!ReferenceEquals(before, spanTags))
        {
            t_spanTags = spanTags;
        }

        return before;
    }

    /// <summary>Takes the tags that are for the method; what is for another one stays.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="otherwise">The number where nothing was handed over.</param>
    public static long Take(nint method, long otherwise)
    {
        ref var slot = ref t_slot;
        if (slot._method != method)
        {
            return otherwise;
        }

        slot._method = 0;
        return slot._tags;
    }

    /// <summary>The same with the values of the span's own tags; null where none were handed over.</summary>
    public static long Take(nint method, long otherwise, out object?[]? spanTags)
    {
        spanTags = t_slot._method == method ? KeepSpanTags(null) : null;
        return Take(method, otherwise);
    }
}
