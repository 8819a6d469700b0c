using Instrumentation.AspNetCore.Http;
using Instrumentation.AspNetCore.Requests;
using Instrumentation.TestTools;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Instrumentation.AspNetCore.Tests.Http;

public sealed class HttpAllocationTests
{
    [ReleaseFact]
    public void Request_Recorded_AllocatesNothing()
    {
        var metrics = HttpMetrics.Create(new AspNetCoreInstrumentationOptions { Prefix = "allocation" });
        var context = new DefaultHttpContext { Request = { Method = "GET", ContentLength = 7 } };
        context.SetEndpoint(new RouteEndpoint(static _ => Task.CompletedTask, RoutePatternFactory.Parse("/items/{id}"), 0, EndpointMetadataCollection.Empty, "items"));
        var request = new ServedRequest(context, "x-correlation-id", "id", countsBodies: true);

        Assert.Equal(0, Allocated.ByCalls(() => metrics.Stop(request, metrics.Start("GET", "/items/{id}"), "/items/{id}", 1000)));
    }
}
