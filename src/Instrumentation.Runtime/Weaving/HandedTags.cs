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
    // A number and no reference names the method: writing it costs nothing that the garbage collector wants to know.
    [ThreadStatic]
    private static nint t_method;

    [ThreadStatic]
    private static long t_tags;

    // Touched only for methods whose spans have tags of arguments.
    [ThreadStatic]
    private static object?[]? t_spanTags;

    private readonly nint _method;
    private readonly long _tags;
    private readonly object?[]? _spanTags;

    private HandedTags() => (_method, _tags, _spanTags) = (t_method, t_tags, t_spanTags);

    /// <summary>Puts tags into the slot.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="tags">The indexes of the instruments' tags, as one number.</param>
    /// <returns>What was in the slot, for <see cref="Restore"/>; null for nothing.</returns>
    public static HandedTags? Give(nint method, long tags)
    {
        var before = t_method == 0 ? null : new HandedTags();
        t_method = method;
        t_tags = tags;
        return before;
    }

    /// <summary>The same with the values of the span's own tags; null where nobody listens.</summary>
    /// <returns>What was in the slot, for <see cref="RestoreWithSpanTags"/>; null for nothing.</returns>
    public static HandedTags? Give(nint method, long tags, object?[]? spanTags)
    {
        var before = Give(method, tags);
        SetSpanTags(spanTags);
        return before;
    }

    /// <summary>Puts back what was in the slot before the call.</summary>
    public static void Restore(HandedTags? before)
    {
        if (before is null)
        {
            t_method = 0;
        }
        else
        {
            before.PutBack();
        }
    }

    /// <summary>The same after values of span tags were given.</summary>
    public static void RestoreWithSpanTags(HandedTags? before)
    {
        Restore(before);
        SetSpanTags(before?._spanTags);
    }

    /// <summary>Takes the tags that are for the method; what is for another one stays.</summary>
    /// <param name="method">The method's token.</param>
    /// <param name="otherwise">The number where nothing was handed over.</param>
    public static long Take(nint method, long otherwise)
    {
        if (t_method != method)
        {
            return otherwise;
        }

        t_method = 0;
        return t_tags;
    }

    /// <summary>The same with the values of the span's own tags; null where none were handed over.</summary>
    public static long Take(nint method, long otherwise, out object?[]? spanTags)
    {
        spanTags = null;
        if (t_method == method)
        {
            spanTags = t_spanTags;
            SetSpanTags(null);
        }

        return Take(method, otherwise);
    }

    private static void SetSpanTags(object?[]? spanTags)
    {
        if (!ReferenceEquals(t_spanTags, spanTags))
        {
            t_spanTags = spanTags;
        }
    }

    private void PutBack()
    {
        t_method = _method;
        t_tags = _tags;
        SetSpanTags(_spanTags);
    }
}
