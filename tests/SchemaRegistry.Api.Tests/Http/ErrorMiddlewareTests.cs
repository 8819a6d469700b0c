using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Tests.Http;

/// <summary>What a request becomes whose client does not wait for the answer: no error of the server.</summary>
public sealed class ErrorMiddlewareTests
{
    [Fact]
    public async Task Error_OfARequestThatWasGivenUp_KeepsItsStatus()
    {
        Assert.Equal(404, await StatusAsync(RegistryErrors.SubjectNotFound("s")));
        Assert.Equal(422, await StatusAsync(new WorkLimitException("too much")));
        Assert.Equal(400, await StatusAsync(new BadHttpRequestException("Unexpected end of request content.")));
        Assert.Equal(499, await StatusAsync(new IOException("The client reset the request stream.")));
        Assert.Equal(500, await StatusAsync(new InvalidOperationException("A defect.")));
    }

    [Fact]
    public async Task Cancellation_OfARequestThatWasGivenUp_IsNoError() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => StatusAsync(new OperationCanceledException()));

    private static async Task<int> StatusAsync(Exception thrown)
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        var middleware = new ErrorMiddleware(_ => throw thrown, ErrorBody.WriteAsync, NullLogger<ErrorMiddleware>.Instance);

        await middleware.InvokeAsync(context);

        return context.Response.StatusCode;
    }
}
