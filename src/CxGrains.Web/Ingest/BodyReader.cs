using System.IO.Compression;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CxGrains.Web.Ingest;

/// <summary>Reads an ingest body whole, decompressing it, and stops at the limit: of a gzip bomb no more is unpacked than that.</summary>
internal static class BodyReader
{
    private const int FirstBytes = 64 * 1024;
    private const int FirstBytesMax = 512 * 1024;

    /// <summary>Reads the body.</summary>
    /// <exception cref="ProblemException">It is too large, not in an encoding that is taken, or the server holds as much as it may.</exception>
    public static async ValueTask<PooledBody> ReadAsync(HttpRequest request, IngestBudget budget, int bytesMax)
    {
        if (request.ContentLength > bytesMax)
        {
            throw TooLarge(bytesMax);
        }

        // The server's own limit would be met earlier and not name ours.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytesMax + 1L;
        }

        var body = new PooledBody(budget);
        try
        {
            await FillAsync(body, request, bytesMax);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static async ValueTask FillAsync(PooledBody body, HttpRequest request, int bytesMax)
    {
        var isGzip = IsGzip(request);
        await using var unpacked = isGzip ? new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true) : null;
        var stream = (Stream?)unpacked ?? request.Body;
        var sizeHint = isGzip ? FirstBytes : (int)Math.Clamp(request.ContentLength + 1 ?? FirstBytes, 1, FirstBytesMax);
        try
        {
            while (true)
            {
                var count = await stream.ReadAsync(body.Room(bytesMax + 1, sizeHint), request.HttpContext.RequestAborted);
                if (count == 0)
                {
                    return;
                }

                body.Advance(count);
                if (body.Length > bytesMax)
                {
                    throw TooLarge(bytesMax);
                }
            }
        }
        catch (InvalidDataException fault)
        {
            throw new ProblemException(Problem.Invalid("Content-Encoding", $"the body is not valid gzip: {fault.Message}"));
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(bytesMax);
        }
    }

    private static bool IsGzip(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        request.HttpContext.Response.Headers.AcceptEncoding = "gzip";
        throw new ProblemException(new Problem(
            StatusCodes.Status415UnsupportedMediaType, "unsupported-encoding", "The body's encoding is not taken.", $"'{Text.Shorten(encoding)}' is none of gzip, identity")
        {
            Field = "Content-Encoding",
        });
    }

    private static ProblemException TooLarge(int bytesMax) => new(Problem.TooLarge("body", bytesMax, "bytes"));
}
