using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <summary>The texts of INS3xxx but for the first: context that is lost or leaked.</summary>
internal static partial class RuleDescriptors
{
    public static readonly DiagnosticDescriptor ContextIsReplaced = new(
        RuleIds.ContextIsReplaced,
        "Context that is replaced",
        "The call is given {0} although '{1}' is in scope; hand it on",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The parameter is there for the correlation id or trace context of the work at hand. With null, a default or a new one in its place, the trail of the request ends at this call.",
        HelpLink(RuleIds.ContextIsReplaced));

    public static readonly DiagnosticDescriptor QueueItemLosesContext = new(
        RuleIds.QueueItemLosesContext,
        "Queued item without its context",
        "{0} goes to another flow without the context of {1}; put it into an Envelope, or give the item a member for the context",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A channel, collection or queue does not carry the execution context: whoever takes the item out has a context of its own, or none. Log lines and spans of the two halves are not connected.",
        HelpLink(RuleIds.QueueItemLosesContext));

    public static readonly DiagnosticDescriptor MessageLosesContext = new(
        RuleIds.MessageLosesContext,
        "Message without its context",
        "The message to {0} is sent without the context of {1}; put the correlation id and the trace context into its headers",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The process that receives the message knows nothing of the one that sent it but what is in the message. Without a header or member for the context the trail ends at the broker.",
        HelpLink(RuleIds.MessageLosesContext));

    public static readonly DiagnosticDescriptor FlowStaysSuppressed = new(
        RuleIds.FlowStaysSuppressed,
        "Flow that stays suppressed",
        "The flow of the execution context is suppressed here: {0}; write 'using (ExecutionContext.SuppressFlow())' around what is started",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "After SuppressFlow nothing that this thread starts has a correlation id or a span, until the flow is restored. Undo it on the same thread, right after the start.",
        HelpLink(RuleIds.FlowStaysSuppressed));

    public static readonly DiagnosticDescriptor UnsafeStartLosesContext = new(
        RuleIds.UnsafeStartLosesContext,
        "Work that is started without its context",
        "'{0}' starts work without the context of {1}; use '{2}', which takes it along",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The unsafe methods leave the execution context behind: correlation id and current span are empty in the work they start.",
        HelpLink(RuleIds.UnsafeStartLosesContext));

    public static readonly DiagnosticDescriptor RequestLosesId = new(
        RuleIds.RequestLosesId,
        "Request without the correlation id",
        "{0} does not send the correlation id of {1}; {2}",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The framework sends the trace context with each request by itself. The correlation id is sent by a handler, by a header, or not at all.",
        HelpLink(RuleIds.RequestLosesId),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InboundIdIsDropped = new(
        RuleIds.InboundIdIsDropped,
        "Inbound id that is dropped",
        "'{0}' is read here, and nothing uses it; begin a scope with it, or do not read it",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Whoever sent the id will look for it in the log lines and calls of this service. It was read, and went no further.",
        HelpLink(RuleIds.InboundIdIsDropped));

    public static readonly DiagnosticDescriptor LogLosesId = new(
        RuleIds.LogLosesId,
        "Log line without the id that came in",
        "The log lines of this method do not have the id that came in with {0}; open a scope first",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A request has its log scope from the server. A message has none: its consumer must begin one, or its log lines cannot be found by the id.",
        HelpLink(RuleIds.LogLosesId));

    public static readonly DiagnosticDescriptor SpanDiesInHelper = new(
        RuleIds.SpanDiesInHelper,
        "Context that ends with an async helper",
        "{0} is not current in its caller: the execution context ends with the method; {1}",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What an async method changes in the execution context is undone when it returns. The caller gets the span, but its own spans and log lines do not belong to it.",
        HelpLink(RuleIds.SpanDiesInHelper));

    public static readonly DiagnosticDescriptor BackgroundWorkKeepsRequest = new(
        RuleIds.BackgroundWorkKeepsRequest,
        "Background work that keeps a request",
        "{0} keeps the context of {1} for as long as it runs; start it with the program, or within 'using (ExecutionContext.SuppressFlow())'",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A timer or endless loop takes along the execution context of the moment it is started in. All that it ever logs and traces then belongs to the one request that happened to start it, whose objects are never freed.",
        HelpLink(RuleIds.BackgroundWorkKeepsRequest));

    public static readonly DiagnosticDescriptor SpanIsKept = new(
        RuleIds.SpanIsKept,
        "Span that is kept",
        "{0}; keep its Context, which is a value, and end it where it was started",
        Categories.Correlation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A span belongs to one piece of work, and has an end. Kept in a field or by a callback it becomes the parent of work that has nothing to do with it, and holds all its tags in memory.",
        HelpLink(RuleIds.SpanIsKept));
}
