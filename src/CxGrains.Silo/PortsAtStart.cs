using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CxGrains.Silo;

/// <summary>
/// Refuses to start where a port is taken. Orleans would enter the silo among the members first, and take a silo with the same address for
/// an older life of this one: that one would end.
/// </summary>
internal sealed class PortsAtStart(string urls, IOptions<EndpointOptions> endpoints) : IHostedLifecycleService
{
    /// <inheritdoc/>
    /// <exception cref="OptionsValidationException">A port is taken; the message names the setting.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var between = endpoints.Value.SiloListeningEndpoint!;
        ThrowIfTaken(between, "Silo:SiloPort");
        if (endpoints.Value.GatewayPort > 0)
        {
            ThrowIfTaken(new IPEndPoint(between.Address, endpoints.Value.GatewayPort), "Silo:GatewayPort");
        }

        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            ThrowIfTaken(EndPointOf(url), "--urls");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tries an address, and lets it go again.</summary>
    /// <exception cref="OptionsValidationException">Another program listens there, or it is not this machine's.</exception>
    internal static void ThrowIfTaken(IPEndPoint at, string setting)
    {
        try
        {
            using var probe = new TcpListener(at);
            probe.Start();
        }
        catch (SocketException error)
        {
            var why = error.SocketErrorCode == SocketError.AddressAlreadyInUse ? "another program, or another silo, listens there" : error.Message;
            throw new OptionsValidationException(setting, typeof(SiloOptions), [$"Port {at.Port} of {at.Address} cannot be used: {why}; set {setting} to another"]);
        }
    }

    // As Kestrel reads it: what is neither an address nor localhost stands for all addresses.
    private static IPEndPoint EndPointOf(string url)
    {
        try
        {
            var parsed = BindingAddress.Parse(url);
            var isLocal = string.Equals(parsed.Host, "localhost", StringComparison.OrdinalIgnoreCase);
            return new IPEndPoint(isLocal ? IPAddress.Loopback : IPAddress.TryParse(parsed.Host, out var address) ? address : IPAddress.Any, parsed.Port);
        }
        catch (FormatException error)
        {
            throw new OptionsValidationException("urls", typeof(SiloOptions), [$"--urls must be addresses such as {SiloCommand.DefaultUrls}, separated by semicolons: {error.Message}"]);
        }
    }
}
