namespace CxGrains.Web.Delivery.Net;

/// <summary>The one way out: no proxy, no redirect, no cookie, and every connection guarded.</summary>
internal sealed class OutgoingHttp : IDisposable
{
    private const int HeadersKiBMax = 16;

    private static readonly TimeSpan ConnectionAgeMax = TimeSpan.FromMinutes(2);

    private readonly HttpMessageInvoker _invoker;

    /// <summary>Makes it.</summary>
    public OutgoingHttp(GuardedConnector connector) => _invoker = new HttpMessageInvoker(NewHandler(connector));

    /// <summary>What every request of the program to elsewhere goes through.</summary>
    public static SocketsHttpHandler NewHandler(GuardedConnector connector) => new()
    {
        ConnectCallback = connector.ConnectAsync,
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = HeadersKiBMax,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = ConnectionAgeMax,
        EnableMultipleHttp2Connections = false,
    };

    /// <summary>Sends a request; the answer's body is still to be read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _invoker.SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();
}
