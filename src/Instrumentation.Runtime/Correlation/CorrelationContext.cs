using System.Diagnostics;

namespace Instrumentation;

/// <summary>The correlation id of the work at hand; flows with the execution context (through <c>await</c>, <c>Task.Run</c>, timers).</summary>
public static class CorrelationContext
{
    /// <summary>The longest id that is accepted, in characters.</summary>
    public const int MaxLength = 128;

    private static readonly AsyncLocal<string?> s_id = new();

    /// <summary>The correlation id, or <see langword="null"/> where none was set.</summary>
    /// <exception cref="ArgumentException">The value set is not <see cref="IsWellFormed">well-formed</see>.</exception>
    public static string? Id
    {
        get => s_id.Value;
        set
        {
            if (value is not null && !IsWellFormed(value))
            {
                throw new ArgumentException($"A correlation id is 1 to {MaxLength} characters of printable ASCII.", nameof(value));
            }

            s_id.Value = value;
        }
    }

    /// <summary>Sets the correlation id until the result is disposed, which gives the id back that was there before.</summary>
    /// <example><code>using (CorrelationContext.Begin(message.CorrelationId)) { … }</code></example>
    /// <param name="id">The id; one that is not <see cref="IsWellFormed">well-formed</see>, as it may come from outside, is replaced by a new one.</param>
    public static CorrelationScope Begin(string? id)
    {
        var scope = new CorrelationScope(s_id.Value);
        s_id.Value = id is not null && IsWellFormed(id) ? id : NewId();
        return scope;
    }

    /// <summary>Whether a text may serve as a correlation id: 1 to <see cref="MaxLength"/> characters of printable ASCII (0x20 to 0x7E).</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> id) =>
        id.Length is > 0 and <= MaxLength && !id.ContainsAnyExceptInRange(' ', '~');

    internal static void Restore(string? id) => s_id.Value = id;

    /// <summary>A new id: 32 lower-case hexadecimal digits, random but no secret.</summary>
    /// <remarks>Made as trace ids are: a <see cref="Guid"/> asks the operating system for its random bits, which costs more than all else that a request pays for its id.</remarks>
    public static string NewId() => ActivityTraceId.CreateRandom().ToHexString();
}
