using Instrumentation.Analyzers.Rules.Context;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Fixes;

/// <summary>Fixes for INS3xxx: one by one and all at once give the same text, which compiles and has nothing left to fix.</summary>
public sealed class ContextFixTests
{
    [Fact]
    public Task Context_Replaced_IsHandedOn() => FixHarness.VerifyAsync<ContextIsReplacedAnalyzer, ContextIsReplacedFixer>(
        "public class C { void Send(string text, string? correlationId) { } public void M(string correlationId) { Send(\"a\", /* none */ null); Send(\"b\", Guid.NewGuid().ToString()); } }",
        "public class C { void Send(string text, string? correlationId) { } public void M(string correlationId) { Send(\"a\", /* none */ correlationId); Send(\"b\", correlationId); } }",
        nameof(ContextIsReplacedFixer));

    [Fact]
    public Task Client_WithoutHandler_GetsOne() => FixHarness.VerifyAsync<RequestLosesIdAnalyzer, RequestLosesIdFixer>(
        "using System.Net.Http;\npublic class C { public void M() { var id = CorrelationContext.Id; using var a = new HttpClient(); using HttpClient b = new(new HttpClientHandler()); Console.WriteLine(id); } }",
        "using System.Net.Http;\npublic class C { public void M() { var id = CorrelationContext.Id; using var a = new HttpClient(new Instrumentation.CorrelationHandler { InnerHandler = new SocketsHttpHandler() }); using HttpClient b = new(new Instrumentation.CorrelationHandler { InnerHandler = new HttpClientHandler() }); Console.WriteLine(id); } }",
        nameof(RequestLosesIdFixer));

    [Fact]
    public Task Client_WithFactoryInScope_IsTakenFromIt() => FixHarness.VerifyAsync<RequestLosesIdAnalyzer, RequestLosesIdFixer>(
        "using System.Net.Http;\npublic interface IHttpClientFactory { HttpClient CreateClient(); }\npublic class C(IHttpClientFactory factory) { public void M() { var id = CorrelationContext.Id; var a = new HttpClient(); Console.WriteLine(id); } public object F => factory; }",
        "using System.Net.Http;\npublic interface IHttpClientFactory { HttpClient CreateClient(); }\npublic class C(IHttpClientFactory factory) { public void M() { var id = CorrelationContext.Id; var a = factory.CreateClient(); Console.WriteLine(id); } public object F => factory; }",
        nameof(RequestLosesIdFixer));

    [Fact]
    public Task Queue_WithoutContext_GetsEnvelopesOnBothSides() => FixHarness.VerifyAsync<QueueItemLosesContextAnalyzer, QueueItemLosesContextFixer>(
        """
        using System.Threading.Channels;
        public class C
        {
            private readonly Channel<string> _orders = Channel.CreateUnbounded<string>();

            public async Task PutAsync(string order)
            {
                using var scope = CorrelationContext.Begin(null);
                await _orders.Writer.WriteAsync(order);
                _orders.Writer.TryWrite("b");
            }

            public async Task ShipAsync(CancellationToken cancellation)
            {
                await foreach (var order in _orders.Reader.ReadAllAsync(cancellation))
                {
                    Console.WriteLine(order);
                }
            }
        }
        """,
        """
        using System.Threading.Channels;
        public class C
        {
            private readonly Channel<Envelope<string>> _orders = Channel.CreateUnbounded<Envelope<string>>();

            public async Task PutAsync(string order)
            {
                using var scope = CorrelationContext.Begin(null);
                await _orders.Writer.WriteAsync(Envelope.Wrap(order));
                _orders.Writer.TryWrite(Envelope.Wrap("b"));
            }

            public async Task ShipAsync(CancellationToken cancellation)
            {
                await foreach (var envelope in _orders.Reader.ReadAllAsync(cancellation))
                {
                    using var scope = envelope.Open("ShipAsync");
                    var order = envelope.Item;
                    Console.WriteLine(order);
                }
            }
        }
        """,
        nameof(QueueItemLosesContextFixer));
}
