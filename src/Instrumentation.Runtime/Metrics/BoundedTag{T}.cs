using System.Collections.Concurrent;
using System.Globalization;
using Instrumentation.Diagnostics;
using Instrumentation.Weaving;

namespace Instrumentation.Metrics;

/// <summary>
/// A tag whose values are not known at build time but whose number is bounded: the first values seen keep their series for the life of the
/// process, later ones are recorded as <c>other</c> and counted in <c>instrumentation_overflow_total</c>. Nothing is evicted, because a series
/// that vanishes and comes back lies in <c>rate()</c>.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class BoundedTag<T> : TagDimension
{
    /// <summary>Texts longer than this, in characters, are recorded as <c>other</c>: the bound holds for memory too.</summary>
    public const int MaxTextLength = 256;

    private readonly ConcurrentDictionary<Key, int> _indexes = new();
    private readonly Lock _gate = new();
    private readonly string?[] _texts;
    private Counter[] _overflows = [];
    private readonly int _maxValues;
    private readonly bool _handedOver;
    private int _count;

    /// <summary>A tag that gives series of their own to the first <paramref name="maxValues"/> values.</summary>
    /// <param name="name">Name of the tag.</param>
    /// <param name="maxValues">How many; at least 1.</param>
    /// <param name="handedOver">Whether the value may be <c>unknown</c>, because only a caller has it and hands it over.</param>
    public BoundedTag(string name, int maxValues, bool handedOver = false)
        : base(name)
    {
        _handedOver = handedOver;
        _maxValues = Math.Max(1, maxValues);
        _texts = new string?[_maxValues];
    }

    /// <inheritdoc />
    public override int Count => _maxValues + (_handedOver ? 3 : 2);

    /// <inheritdoc />
    internal override int KnownCount => 0;

    /// <inheritdoc />
    internal override bool IsClosed => false;

    private int OtherIndex => _maxValues;

    private int NoneIndex => _maxValues + 1;

    /// <summary>The index of a value's series; no allocation for a value that has one.</summary>
    public int IndexOf(T value)
    {
        if (value is null)
        {
            return NoneIndex;
        }

        try
        {
            return _indexes.TryGetValue(new Key(value), out var index) ? index : Add(value);
        }
#pragma warning disable CA1031 // A value of the user's may throw from GetHashCode, Equals or ToString, and telemetry never throws into user code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            CallScope.ExpressionFailed(exception);
            return OtherIndex;
        }
    }

    /// <inheritdoc />
    public override string ValueAt(int index) =>
        index == OtherIndex ? Other : index == NoneIndex ? None : index > NoneIndex ? Unknown : _texts[index] ?? Other;

    /// <inheritdoc />
    internal override void Attach(string instrument)
    {
        lock (_gate)
        {
            // Copied, because those who add to them do not wait here.
            Volatile.Write(ref _overflows, [.. _overflows, SelfMetrics.Overflow(instrument, Name)]);
        }
    }

    private int Add(T value)
    {
        if (Volatile.Read(ref _count) < _maxValues)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
            if (text.Length <= MaxTextLength)
            {
                lock (_gate)
                {
                    if (_indexes.TryGetValue(new Key(value), out var known))
                    {
                        return known;
                    }

                    if (_count < _maxValues)
                    {
                        var index = _count;
                        _texts[index] = text;
                        _indexes[new Key(value)] = index;
                        Volatile.Write(ref _count, index + 1);
                        return index;
                    }
                }
            }
        }

        foreach (var overflow in Volatile.Read(ref _overflows))
        {
            overflow.Add(0, 1);
        }

        return OtherIndex;
    }

    /// <summary>Lets values of any type be keys: a dictionary refuses a type that may be null.</summary>
    private readonly record struct Key(T Value);
}
