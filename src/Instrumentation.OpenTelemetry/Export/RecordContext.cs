using Instrumentation.OpenTelemetry.Redaction;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Gives each log record the values of the scopes around it and the correlation id, and hides what of its values is classified. The nearest wins: the record's own, then the innermost scope's.</summary>
internal sealed class RecordContext(LogScopes scopes) : BaseProcessor<LogRecord>
{
    private const string CorrelationId = "correlation_id";

    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        var template = LogRedaction.TemplateOf(data.Attributes);
        var fields = new LogFields();
        scopes.ForEach(static (scope, fields) => fields.AddFrom(scope), fields);
        if (fields.AddFrom(data.Attributes, template))
        {
            data.FormattedMessage = template is null ? ClassifiedType.Mask : MessageText.Of(template, fields.Find);
        }

        if (template is not null)
        {
            fields.Set(LogRedaction.OriginalFormat, template);
        }

        if (CorrelationContext.Id is { } id)
        {
            fields.Set(CorrelationId, id);
        }

        data.Attributes = fields.Items;
    }
}
