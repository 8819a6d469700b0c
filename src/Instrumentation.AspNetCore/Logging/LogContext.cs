using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>
/// What log lines say about the work at hand beside their message: ids, which stand at the top of a JSON line, and fields. Built once, begun, and then part of every line of the
/// flow of execution (through <c>await</c>, <c>Task.Run</c>, timers) until it ends.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>One object holds the ids and the first eight fields; a field costs no object of its own. A context that has begun is not changed any more: adding to it makes another one.</item>
/// <item>It can also be the state of an ordinary scope, <c>logger.BeginScope(context)</c>, for providers that know nothing of it.</item>
/// <item>Fields of inner contexts and scopes, and the values of the message itself, win over those of the same name outside.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// using (LogContext.FromHeaders(request.Headers).WithSchemaId(schema.Id).WithField("format", "avro").Begin())
/// {
///     LogValidated(logger);     // {"timestamp":…,"message":…,"correlation_id":…,"schema_id":"7","fields":{"format":"avro"}}
/// }
/// </code>
/// </example>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a list only for those who read scopes.")]
public sealed class LogContext : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const int MaxHeaderLength = 256;

    private static readonly AsyncLocal<LogContext?> s_current = new();

    private Slots _slots;
    private KeyValuePair<string, object?>[] _more = [];
    private bool _hasBegun;

    /// <summary>An empty context.</summary>
    public LogContext()
    {
    }

    private LogContext(LogContext other)
    {
        _slots = other._slots;
        _more = [.. other._more];
        Count = other.Count;
        IsMuted = other.IsMuted;
    }

    /// <summary>The context of the work at hand; <see langword="null"/> where none has begun.</summary>
    public static LogContext? Current => s_current.Value;

    /// <summary>How many ids and fields it has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether lines below a warning are left out while it is current.</summary>
    internal bool IsMuted { get; init; }

    /// <summary>An id or field, in the order in which they were first set.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that index.</exception>
    public KeyValuePair<string, object?> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return At(index);
        }
    }

    /// <summary>
    /// The context that a caller sent: <c>x-correlation-id</c>, <c>x-request-id</c>, <c>x-user-id</c> as ids; <c>x-tenant-id</c>, <c>x-api-version</c>, <c>user-agent</c> and the client's address
    /// (first of <c>x-forwarded-for</c>, else <c>x-real-ip</c>) as the fields <c>tenant_id</c>, <c>api_version</c>, <c>user_agent</c> and <c>client_ip</c>.
    /// </summary>
    /// <remarks>
    /// A header that is sent twice, is longer than 256 characters (a correlation id: <see cref="CorrelationContext.MaxLength"/>) or has others than printable ASCII is left out. Nothing here is proof of who sent it: a gateway
    /// in front of the service is to set these headers.
    /// </remarks>
    /// <param name="headers">The request's headers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is null.</exception>
    public static LogContext FromHeaders(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var context = new LogContext();
        context.Take(LogFieldNames.CorrelationId, headers[CorrelationHandler.DefaultHeader], CorrelationContext.MaxLength);
        context.Take(LogFieldNames.RequestId, headers["x-request-id"]);
        context.Take(LogFieldNames.UserId, headers["x-user-id"]);
        context.Take("tenant_id", headers["x-tenant-id"]);
        context.Take("api_version", headers["x-api-version"]);
        var forwarded = headers["x-forwarded-for"];
        context.Take("client_ip", forwarded.Count == 0 ? headers["x-real-ip"] : new StringValues(forwarded[0]?.Split(',')[0].Trim()));
        context.Take("user_agent", headers.UserAgent);
        return context;
    }

    /// <summary>Sets the correlation id; outgoing calls carry it too, once the context has begun.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">It is not <see cref="CorrelationContext.IsWellFormed">well-formed</see>.</exception>
    public LogContext WithCorrelationId(string id) =>
        CorrelationContext.IsWellFormed(id)
            ? WithField(LogFieldNames.CorrelationId, id)
            : throw new ArgumentException($"A correlation id is 1 to {CorrelationContext.MaxLength} characters of printable ASCII.", nameof(id));

    /// <summary>Sets the id of the request.</summary>
    /// <param name="id">The id.</param>
    public LogContext WithRequestId(string id) => WithField(LogFieldNames.RequestId, id);

    /// <summary>Sets the id of the schema that the work is about.</summary>
    /// <param name="id">The id.</param>
    public LogContext WithSchemaId(string id) => WithField(LogFieldNames.SchemaId, id);

    /// <summary>Sets the id of the user on whose behalf the work is done.</summary>
    /// <param name="id">The id.</param>
    public LogContext WithUserId(string id) => WithField(LogFieldNames.UserId, id);

    /// <summary>Says where the lines come from, as <c>file</c> (its name without folders) and <c>line</c>; the compiler fills both in, nothing looks at the stack.</summary>
    /// <param name="file">Left to the compiler.</param>
    /// <param name="line">Left to the compiler.</param>
    public LogContext WithSource([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WithField(LogFieldNames.File, file).WithField(LogFieldNames.Line, line);

    /// <summary>Sets a field; one of the same name is replaced.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: numbers and booleans are written as such, all else as text.</param>
    /// <returns>This context, or a copy where this one has begun.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public LogContext WithField(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var context = _hasBegun ? new LogContext(this) : this;
        context.Set(new(name, value));
        return context;
    }

    /// <summary>Makes it part of every line, and its correlation id the current one, until the result is disposed. What a context around it says, such as the request's, goes on as far as this one does not say otherwise.</summary>
    /// <example><code>using var scope = new LogContext().WithField("batch", 7).Begin();</code></example>
    public LogContextScope Begin()
    {
        _hasBegun = true;
        var scope = new LogContextScope(s_current.Value, CorrelationContext.Id);
        Replace(Within(scope.Context));
        if (Find(LogFieldNames.CorrelationId) is string id)
        {
            CorrelationContext.Id = id;
        }

        return scope;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return At(i);
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What providers that know nothing of fields show of a scope.</summary>
    public override string ToString() => string.Join(' ', this.Select(static field => $"{field.Key}={field.Value}"));

    /// <summary>Makes another context the current one, without an end.</summary>
    internal static void Replace(LogContext? context) => s_current.Value = context;

    /// <summary>Sets an id that came from outside, unless it is hostile.</summary>
    internal void Take(string name, StringValues values, int maxLength = MaxHeaderLength)
    {
        if (values is [{ Length: > 0 } value] && value.Length <= maxLength && !value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            Set(new(name, value));
        }
    }

    // Whether lines are written at all is the outer one's to say: it is the request's.
    private LogContext Within(LogContext? outer)
    {
        if (outer is null)
        {
            return this;
        }

        var both = new LogContext(outer) { IsMuted = outer.IsMuted || IsMuted, _hasBegun = true };
        for (var i = 0; i < Count; i++)
        {
            both.Set(At(i));
        }

        return both;
    }

    private object? Find(string name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(At(i).Key, name, StringComparison.Ordinal))
            {
                return At(i).Value;
            }
        }

        return null;
    }

    private void Set(KeyValuePair<string, object?> field)
    {
        for (var i = 0; i < Count; i++)
        {
            if (string.Equals(At(i).Key, field.Key, StringComparison.Ordinal))
            {
                At(i) = field;
                return;
            }
        }

        if (Count >= Slots.Length + _more.Length)
        {
            Array.Resize(ref _more, Math.Max(Slots.Length, 2 * _more.Length));
        }

        At(Count++) = field;
    }

    private ref KeyValuePair<string, object?> At(int index)
    {
        if (index < Slots.Length)
        {
            return ref _slots[index];
        }

        return ref _more[index - Slots.Length];
    }

    [InlineArray(Length)]
    private struct Slots
    {
        public const int Length = 8;

        private KeyValuePair<string, object?> _first;
    }
}
