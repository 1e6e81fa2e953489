using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CxGrains.Web;

/// <summary>Bounds the server's open connections, each of which holds memory and a file handle.</summary>
internal sealed class ConnectionLimits(IOptions<WebOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxConcurrentConnections = options.Value.ConnectionsMax;
        kestrel.Limits.MaxConcurrentUpgradedConnections = options.Value.WebSocketsMax;
    }
}
