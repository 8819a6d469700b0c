using Instrumentation.Generator.Tests.Infrastructure;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

/// <summary>The public surface is a promise: changing it is a decision, not an accident.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_Printed_IsTheReviewedOne() => Snapshot.Match(ApiPrinter.Print(typeof(InstrumentedAttribute).Assembly));
}
