using System.Net;
using System.Net.Sockets;

namespace CxGrains.Web.Delivery.Net;

/// <summary>
/// Connects outgoing calls. The check is made here, of the very addresses that are dialled: a name that was harmless when it was looked at
/// may lead elsewhere a moment later.
/// </summary>
internal sealed class GuardedConnector(NetworkGuard guard, IHostResolver resolver)
{
    /// <summary>Connects to the host of a request; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ForbiddenAddressException">The host leads where no call may go.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isPlain = context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps;
        var addresses = await resolver.ResolveAsync(host, cancellationToken);
        guard.ThrowIfForbidden(host, addresses, isPlain);
        return await DialAsync(addresses, port, cancellationToken);
    }

    // One after the other; the attempt as a whole has its time.
    private static async Task<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var address = PublicAddress.Plain(addresses[i]);
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
