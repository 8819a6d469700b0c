using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

/// <summary>The words; where the rule speaks and is silent is in <c>Corpus/Cases/Names.txt</c>.</summary>
public sealed class NameIsComputedAnalyzerTests
{
    [Fact]
    public async Task Message_SaysWhatWhyAndWhatToDo() => Assert.Equal(
        [
            "The name of an instrument is made at run time: a Guid has 2^122 values; use one constant name and put the value into a tag",
            "The name of a span is made at run time: nothing limits 'userId'; use one constant name and put the value into a tag",
            "The name of a span is put together at run time: nothing limits 'topic'; a constant name can be found in dashboards and alerts, and the part belongs into a tag",
        ],
        (await RuleHarness.VerifyAsync<NameIsComputedAnalyzer>("""

            using System.Diagnostics;
            using System.Diagnostics.Metrics;

            public sealed class Orders
            {
                public void A(Meter meter, Guid id) => meter.CreateCounter<long>([|$"orders.{id}"|]);
                public void B(ActivitySource source, string userId) => source.StartActivity([|"login " + userId|]);
                public void C(ActivitySource source, string topic) => source.StartActivity({|INS2005:$"{topic} publish"|});
            }
            """)).Select(diagnostic => diagnostic.GetMessage()));
}
