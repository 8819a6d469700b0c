using Instrumentation.OpenTelemetry.Redaction;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Gives each log record the correlation id, and hides what of its values is classified.</summary>
internal sealed class RecordContext : BaseProcessor<LogRecord>
{
    private const string CorrelationId = "correlation_id";

    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        var id = CorrelationContext.Id;
        var template = LogRedaction.TemplateOf(data.Attributes);
        List<KeyValuePair<string, object?>> attributes = new((data.Attributes?.Count ?? 0) + 1);
        var isHidden = false;
        foreach (var (name, value) in data.Attributes ?? [])
        {
            var shown = value;
            isHidden |= LogRedaction.Hide(template, name, ref shown);
            attributes.Add(new(name, shown));
        }

        if (id is not null)
        {
            attributes.Add(new(CorrelationId, id));
        }

        data.Attributes = attributes;
        if (isHidden)
        {
            data.FormattedMessage = template is null ? ClassifiedType.Mask : MessageText.Of(template, name => Find(attributes, name));
        }
    }

    private static (bool IsFound, object? Value) Find(List<KeyValuePair<string, object?>> attributes, string name)
    {
        var index = attributes.FindIndex(attribute => string.Equals(attribute.Key, name, StringComparison.Ordinal));
        return index < 0 ? (false, null) : (true, attributes[index].Value);
    }
}
