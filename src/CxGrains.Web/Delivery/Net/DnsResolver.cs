using System.Net;

namespace CxGrains.Web.Delivery.Net;

/// <summary>The machine's own resolver.</summary>
internal sealed class DnsResolver : IHostResolver
{
    /// <inheritdoc/>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken);
}
