using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Polly;

namespace CxGrains.Cli.Import.Sending;

/// <summary>Sends batches and tries again where that may help. Ids make a repeated batch harmless.</summary>
internal sealed class IngestClient : IDisposable
{
    private const int ResponseBytesMax = 16 * 1024 * 1024;
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly TimeSpan _patience;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    /// <summary>A client of one server.</summary>
    /// <param name="options">Address, key, patience.</param>
    /// <param name="time">The clock of waits.</param>
    /// <param name="onRetry">Told why a request is tried again, after which wait, and for how long altogether.</param>
    public IngestClient(ImportOptions options, TimeProvider time, Action<string, TimeSpan, TimeSpan> onRetry)
    {
        _address = new Uri(options.Url, options.IsLive ? "api/v1/interactions" : "api/v1/interactions?import=true");
        _patience = options.Patience;
        _retries = Retries.Create(options.Patience, time, onRetry);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Timeout = RequestTimeout,
            MaxResponseContentBufferSize = ResponseBytesMax,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
    }

    /// <summary>Sends a batch's good lines.</summary>
    /// <exception cref="ServerException">The server refuses, or cannot be reached for as long as we have patience.</exception>
    public async Task<Receipt> SendAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (batch.Lines.Count == 0)
        {
            return Receipt.Nothing;
        }

        var body = Compress(batch);
        try
        {
            using var response = await _retries.ExecuteAsync(async token => await PostAsync(body, token), cancellationToken);
            return await ReadAsync(response, batch, cancellationToken);
        }
        catch (Exception exception) when (Retries.IsConnectionFault(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new ServerException($"{_address} cannot be reached, and was tried for {_patience.TotalSeconds:0} s (--patience): {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        content.Headers.ContentEncoding.Add("gzip");
        return await _http.PostAsync(_address, content, cancellationToken);
    }

    private async Task<Receipt> ReadAsync(HttpResponseMessage response, Batch batch, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.BadRequest)
        {
            var receipt = ReceiptReader.TryRead(text, batch.Lines.Count);
            if (receipt is not null)
            {
                return receipt;
            }
        }

        var advice = ServerAdvice.Of(response.StatusCode, "ingest") ?? response.StatusCode switch
        {
            HttpStatusCode.RequestEntityTooLarge => "a batch is larger than the server takes: give a smaller --batch",
            _ when response.IsSuccessStatusCode => "the answer is not one of this product: check --url",
            _ when status is >= 300 and < 400 => $"the server points to {response.Headers.Location}: give that address as --url",
            _ => "the server refuses",
        };
        throw new ServerException($"{_address}: {advice} ({ReceiptReader.ProblemText(text, status)})");
    }

    private static byte[] Compress(Batch batch)
    {
        using var buffer = new MemoryStream(batch.Bytes / 4);
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            foreach (var line in batch.Lines)
            {
                gzip.Write(line.Json);
                gzip.WriteByte((byte)'\n');
            }
        }

        return buffer.ToArray();
    }
}
