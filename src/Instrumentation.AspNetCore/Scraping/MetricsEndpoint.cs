using System.IO.Compression;
using System.IO.Pipelines;
using Instrumentation.AspNetCore.Management;
using Instrumentation.Exposition;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Instrumentation.AspNetCore.Scraping;

/// <summary>Answers a scrape.</summary>
internal static class MetricsEndpoint
{
    public static async Task WriteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!ManagementGuard.IsOnPort(context))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var format = ScrapeNegotiation.Format(request.Headers.Accept);
        response.ContentType = format == ExpositionFormat.OpenMetrics ? PrometheusExposition.OpenMetricsContentType : PrometheusExposition.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
        if (!ScrapeNegotiation.AcceptsGzip(request.Headers.AcceptEncoding))
        {
            await PrometheusExposition.WriteAsync(response.BodyWriter, format, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        response.Headers.ContentEncoding = "gzip";
        var gzip = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            var writer = PipeWriter.Create(gzip, new StreamPipeWriterOptions(leaveOpen: true));
            await PrometheusExposition.WriteAsync(writer, format, context.RequestAborted).ConfigureAwait(false);
            await writer.CompleteAsync().ConfigureAwait(false);
        }
    }
}
