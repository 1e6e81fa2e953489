using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CxGrains.Cli.Import.Sending;

namespace CxGrains.Cli.Export;

/// <summary>Reads all pages of the customer list.</summary>
internal sealed class CustomerPages : IDisposable
{
    private const int PageCustomers = 500;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http = new() { Timeout = Timeout };
    private readonly Uri _url;
    private readonly string _query;

    /// <summary>A list on a server.</summary>
    /// <param name="url">The server's address, with a slash at its end.</param>
    /// <param name="key">The key; needs the scope <c>read</c>.</param>
    /// <param name="filters">Query parameters by name; null values are left out.</param>
    public CustomerPages(Uri url, string key, IReadOnlyDictionary<string, string?> filters)
    {
        _url = url;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        // By name: an order that no event changes, so that no customer moves between pages meanwhile.
        var stated = filters.Where(filter => filter.Value is not null).Select(filter => $"&{filter.Key}={Uri.EscapeDataString(filter.Value!)}");
        _query = $"api/v1/customers?limit={PageCustomers}&sort=name{string.Concat(stated)}";
    }

    /// <summary>The customers, each as the server gives it.</summary>
    /// <exception cref="ServerException">The server cannot be reached or refuses.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await PageAsync(cursor, cancellationToken);
            foreach (var customer in page.GetProperty("customers").EnumerateArray())
            {
                yield return customer;
            }

            cursor = page.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
        }
        while (cursor is not null);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PageAsync(string? cursor, CancellationToken cancellationToken)
    {
        var address = new Uri(_url, cursor is null ? _query : $"{_query}&cursor={Uri.EscapeDataString(cursor)}");
        try
        {
            using var response = await _http.GetAsync(address, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                var advice = ServerAdvice.Of(response.StatusCode, "read") ?? "the server refuses";
                throw new ServerException($"{address}: {advice} ({ReceiptReader.ProblemText(text, (int)response.StatusCode)})");
            }

            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("customers", out _)
                ? document.RootElement.Clone()
                : throw new ServerException($"{address}: the answer is not one of this product: check --url");
        }
        catch (Exception exception) when (Retries.IsConnectionFault(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new ServerException($"{address} cannot be reached, or gave no answer in {Timeout.TotalSeconds:0} s: {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            throw new ServerException($"{address}: the answer is not one of this product: check --url", exception);
        }
    }
}
