using System.Net;
using System.Net.Sockets;

namespace CxGrains.Host.Tests.Processes;

/// <summary>Finds ports that nobody listens on.</summary>
internal static class FreePort
{
    // Below the ports that systems give to outgoing connections: while a killed Host is away, one of a client's own connections
    // could otherwise take its place.
    private const int From = 21_000;
    private const int Count = 10_000;

    private static int _next = Environment.ProcessId * 7 % Count;

    /// <summary>A port of the loopback address, another one at each call.</summary>
    public static int Find()
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            var port = From + (Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"no port of {From} to {From + Count - 1} is free");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            // Somebody listens there.
            return false;
        }
    }
}
