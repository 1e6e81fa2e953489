using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CxGrains.Abstractions.Moving;
using CxGrains.Cli.Import.Sending;
using Polly;

namespace CxGrains.Cli.Move;

/// <summary>Sends parts and tries again where that may help. A part that comes again changes nothing.</summary>
internal sealed class MoveClient : IDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly HttpClient _http;
    private readonly string _address;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    /// <summary>A client of one cluster.</summary>
    /// <param name="source">What is moved.</param>
    /// <param name="url">The address of any silo, with a slash at its end.</param>
    /// <param name="key">The key.</param>
    /// <param name="time">The clock of waits.</param>
    /// <param name="onRetry">Told why a request is tried again, after which wait, and for how long altogether.</param>
    public MoveClient(MoveSource source, Uri url, string key, TimeProvider time, Action<string, TimeSpan, TimeSpan> onRetry)
    {
        _address = string.Create(
            CultureInfo.InvariantCulture,
            $"{url}api/v1/move?source={source.Id}&partitions={source.PartitionsCount}&lastRow={source.LastRow}&customers={source.CustomersCount}");
        _retries = Retries.Create(Patience, time, onRetry);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = RequestTimeout };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Sends parts; says how far the move is.</summary>
    /// <exception cref="ServerException">The server refuses, or cannot be reached for as long as we have patience.</exception>
    public async Task<MoveState> SendAsync(MoveBatch batch, bool isLast, CancellationToken cancellationToken)
    {
        var address = new Uri(isLast ? _address + "&last=true" : _address);
        var body = batch.ToBody();
        try
        {
            using var response = await _retries.ExecuteAsync(async token => await PostAsync(address, body, token), cancellationToken);
            return StateOf(await response.Content.ReadAsStringAsync(cancellationToken), response.StatusCode);
        }
        catch (Exception exception) when (Retries.IsConnectionFault(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new ServerException($"{address.GetLeftPart(UriPartial.Path)} cannot be reached, and was tried for {Patience.TotalSeconds:0} s: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        content.Headers.ContentEncoding.Add("gzip");
        return await _http.PostAsync(address, content, cancellationToken);
    }

    private static MoveState StateOf(string text, HttpStatusCode status)
    {
        if (status != HttpStatusCode.OK)
        {
            var advice = ServerAdvice.Of(status, "admin") ?? "the cluster does not take the directory in";
            throw new ServerException($"{advice} ({ReceiptReader.ProblemText(text, (int)status)})");
        }

        try
        {
            using var answer = JsonDocument.Parse(text);
            return Enum.Parse<MoveState>(answer.RootElement.GetProperty("state").GetString()!, ignoreCase: true);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new ServerException("the answer is not one of this product: check --url", exception);
        }
    }
}
