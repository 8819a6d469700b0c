using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>A tag as code hands it to a metric or a span.</summary>
/// <param name="Name">Its name; null where a list of names stands elsewhere.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct TagUse(IOperation? Name, IOperation Value)
{
    /// <summary>The name where it is written; null where it is made at run time or stands elsewhere.</summary>
    public string? Text => Name is { ConstantValue: { HasValue: true, Value: string text } } ? text : null;
}
