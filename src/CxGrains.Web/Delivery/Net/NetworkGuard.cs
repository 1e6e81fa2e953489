using System.Net;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery.Net;

/// <summary>Which addresses an outgoing call may reach: public ones, and those of networks that the administrator has named.</summary>
internal sealed class NetworkGuard(IOptions<DeliveryOptions> options)
{
    private readonly IPNetwork[] _allowed = [.. options.Value.AllowedNetworks.Select(IPNetwork.Parse)];
    private readonly bool _allowHttp = options.Value.AllowHttp;

    /// <summary>Whether any destination may be reached by <c>http</c>.</summary>
    public bool MayUseHttp => _allowHttp || _allowed.Length > 0;

    /// <summary>Refuses a call unless every address of its host may be reached: one that answers with both kinds plays a game.</summary>
    /// <param name="host">The host, for the message.</param>
    /// <param name="addresses">All that it leads to.</param>
    /// <param name="isPlain">Whether the call is by <c>http</c>.</param>
    /// <exception cref="ForbiddenAddressException">One may not be reached, or there is none.</exception>
    public void ThrowIfForbidden(string host, IReadOnlyCollection<IPAddress> addresses, bool isPlain)
    {
        if (addresses.Count == 0)
        {
            throw new ForbiddenAddressException($"'{host}' has no address");
        }

        foreach (var address in addresses)
        {
            var isNamed = IsNamed(address);
            if (!isNamed && !PublicAddress.Is(address))
            {
                throw new ForbiddenAddressException($"'{host}' leads to an address that is not public, and in no network of Delivery:AllowedNetworks");
            }

            if (isPlain && !isNamed && !_allowHttp)
            {
                throw new ForbiddenAddressException($"'{host}' is reached by http, which is only for networks of Delivery:AllowedNetworks, unless Delivery:AllowHttp is set");
            }
        }
    }

    private bool IsNamed(IPAddress address)
    {
        var plain = PublicAddress.Plain(address);
        return Array.Exists(_allowed, network => network.Contains(plain));
    }
}
