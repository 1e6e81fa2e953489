using System.Net;
using System.Net.Sockets;

namespace CxGrains.Web.Delivery.Net;

/// <summary>Tells addresses that the whole world reaches from those that mean this machine, its neighbours, or nobody.</summary>
internal static class PublicAddress
{
    private const int V4Bytes = 4;

    // The special-purpose registries of the IANA (RFC 6890 and its successors), as far as they are not globally reachable.
    private static readonly IPNetwork[] NotPublicV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Global unicast is one block; all else is loopback, link-local, unique-local, multicast, or not assigned.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicV6 = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20")];

    // Addresses that carry one of version 4, from the byte given.
    private static readonly (IPNetwork Network, int At)[] Carriers = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    /// <summary>The address as it is meant: one of version 4 that is written as version 6 is one of version 4.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Whether the whole world reaches it, and by it only what it says.</summary>
    public static bool Is(IPAddress address)
    {
        address = Plain(address);
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(NotPublicV4, network => network.Contains(address));
        }

        foreach (var (network, at) in Carriers)
        {
            if (network.Contains(address))
            {
                return Is(new IPAddress(address.GetAddressBytes().AsSpan(at, V4Bytes)));
            }
        }

        return address.ScopeId == 0 && GlobalV6.Contains(address) && !Array.Exists(NotPublicV6, network => network.Contains(address));
    }
}
