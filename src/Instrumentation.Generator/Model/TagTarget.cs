using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A tag with a closed or bounded value set.</summary>
/// <param name="Name">Name of the tag.</param>
/// <param name="Identifier">The name as part of an identifier: <c>Format</c>.</param>
/// <param name="Source">Where the value comes from; null for a constant.</param>
/// <param name="Values">The values of a closed set, in index order, without <c>other</c>; empty for a bounded one.</param>
/// <param name="Arms">Which pattern of the source gives which index; empty for a constant and a bounded set.</param>
/// <param name="HasOther">Whether <c>other</c> follows the values.</param>
/// <param name="MaxValues">The bound of a bounded set; 0 for a closed one.</param>
/// <param name="BoundedType">Type of the values of a bounded set.</param>
/// <param name="IsOfType">Whether it is declared on the type, and so for all of its methods.</param>
internal sealed record TagTarget(
    string Name,
    string Identifier,
    ExpressionModel? Source,
    EquatableArray<string> Values,
    EquatableArray<TagArm> Arms,
    bool HasOther,
    int MaxValues,
    string? BoundedType,
    bool IsOfType)
{
    private const string Unknown = "unknown";

    public bool IsConstant => Source is null && !IsError;

    /// <summary>Whether the source is an enum whose members' numbers are the indexes.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Which type of exception gives which index, for the tag with the type of the error; <c>other</c> and the empty value follow.</summary>
    public EquatableArray<TagArm> ErrorArms { get; init; }

    /// <summary>Whether only a caller knows the value, and hands it over to a method that is recorded in place: <c>unknown</c> where none does.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>Whether <c>unknown</c> follows the values of its own, and is expected of nobody.</summary>
    public bool AddsUnknown { get; init; }

    /// <summary>Whether every counter that takes the tag counts errors alone.</summary>
    public bool IsOfErrorsOnly { get; init; }

    /// <summary>Whether the value is the type of the error that ended the call.</summary>
    public bool IsError => ErrorArms.Count > 0;

    public bool IsBounded => MaxValues > 0;

    /// <summary>The tag's factor in the series bound; a bounded one adds <c>other</c> and <c>none</c>, and <c>unknown</c> where it is handed over.</summary>
    public int Count => IsBounded ? MaxValues + (IsHandedOver ? 3 : 2) : Values.Count + (HasOther ? 1 : 0);

    /// <summary>The index recorded for what lies outside the set, or where the source throws.</summary>
    public int OtherIndex => IsBounded ? MaxValues : Values.Count;

    /// <summary>The index recorded for a missing value: null, or a result that never came.</summary>
    public int NoneIndex => IsBounded ? MaxValues + 1 : IndexOf("none");

    /// <summary>The index recorded where nobody handed the value over.</summary>
    public int UnknownIndex => IsBounded ? MaxValues + 2 : IndexOf(Unknown);

    /// <summary>The same tag, handed over.</summary>
    public TagTarget HandedOver()
    {
        var addsUnknown = !IsBounded && !Values.Contains(Unknown);
        return this with { IsHandedOver = true, AddsUnknown = addsUnknown, IsNumbered = IsNumbered && addsUnknown, Values = addsUnknown ? Values.Append(Unknown).ToEquatable() : Values };
    }

    private int IndexOf(string value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] == value)
            {
                return i;
            }
        }

        return OtherIndex;
    }
}
