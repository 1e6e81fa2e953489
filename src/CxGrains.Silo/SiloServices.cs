using System.Net;
using System.Net.Sockets;
using CxGrains.Cluster;
using CxGrains.Cluster.EventHubs;
using CxGrains.Web;
using CxGrains.Web.Delivery;
using CxGrains.Web.Settings;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;

namespace CxGrains.Silo;

/// <summary>Makes a web application a silo.</summary>
internal static class SiloServices
{
    /// <summary>The configuration section of the cluster runtime.</summary>
    public const string ClusterSection = "Cluster";

    /// <summary>The configuration section of Event Hubs; without it the log is in PostgreSQL.</summary>
    public const string EventHubsSection = "EventHubs";

    /// <summary>Adds the silo: the cluster runtime, and membership in PostgreSQL.</summary>
    public static void AddSilo(this WebApplicationBuilder builder)
    {
        SettingsCheck.ThrowIfWrong<ClusterRuntimeOptions>(builder.Configuration, ClusterSection);
        SettingsCheck.ThrowIfWrong<SiloOptions>(builder.Configuration, SiloOptions.Section);
        SettingsCheck.ThrowIfWrong<EventHubsOptions>(builder.Configuration, EventHubsSection);
        SettingsCheck.ThrowIfWrong<WebOptions>(builder.Configuration, WebOptions.Section);
        SettingsCheck.ThrowIfWrong<DeliveryOptions>(builder.Configuration, DeliveryOptions.Section);
        var cluster = builder.Configuration.GetSection(ClusterSection);
        builder.Services.AddOptions<SiloOptions>().BindConfiguration(SiloOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<SiloOptions>>((host, silo) => host.ShutdownTimeout = TimeSpan.FromSeconds(silo.Value.DrainSecondsMax));
        builder.Host.UseOrleans(silo =>
        {
            silo.AddClusterRuntime(cluster.Bind);
            if (builder.Configuration.GetSection(EventHubsSection) is var hub && hub.Exists())
            {
                silo.AddEventHubsLog(hub.Bind);
            }

            silo.UseAdoNetClustering(membership => membership.Configure<NpgsqlDataSource>((options, database) =>
            {
                options.Invariant = "Npgsql";
                options.DataSource = database;
            }));
            silo.Services.AddOptions<ClusterOptions>().Configure<IOptions<ClusterRuntimeOptions>>((orleans, runtime) =>
            {
                orleans.ClusterId = runtime.Value.ClusterId;
                orleans.ServiceId = runtime.Value.ClusterId;
            });
            silo.Services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<SiloOptions>>(SetMembership);
            silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<SiloOptions>>(SetEndpoints);
        });
    }

    /// <summary>When other silos take one for dead.</summary>
    internal static void SetMembership(ClusterMembershipOptions membership, IOptions<SiloOptions> silo)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(silo.Value.ProbeSeconds);

        // No silo is taken for dead from which anything came within this, times the probes. The engine's own is four times the other.
        membership.MaxProbeTimeout = TimeSpan.FromSeconds(Math.Max(silo.Value.ProbeSeconds, silo.Value.ProbeSecondsMax));
        membership.NumMissedProbesLimit = silo.Value.ProbesMissedMax;
        membership.NumVotesForDeathDeclaration = silo.Value.DeathVotes;
    }

    private static void SetEndpoints(EndpointOptions endpoints, IOptions<SiloOptions> silo)
    {
        endpoints.SiloPort = silo.Value.SiloPort;
        endpoints.GatewayPort = silo.Value.GatewayPort;
        endpoints.AdvertisedIPAddress = AdvertisedAddress(silo.Value.AdvertisedHost, Dns.GetHostName());
        endpoints.SiloListeningEndpoint = new IPEndPoint(IPAddress.IsLoopback(endpoints.AdvertisedIPAddress) ? IPAddress.Loopback : IPAddress.Any, silo.Value.SiloPort);
    }

    /// <summary>The address that other silos are told.</summary>
    /// <param name="host">The setting; null where there is none.</param>
    /// <param name="machine">This machine's name, which stands in for it.</param>
    /// <exception cref="OptionsValidationException">There is none, or a loopback address that nobody asked for: silos on other machines would have the same, and each would take the others' place.</exception>
    internal static IPAddress AdvertisedAddress(string? host, string machine)
    {
        var address = AddressOf(host ?? machine);
        return host is not null || !IPAddress.IsLoopback(address) ? address : throw new OptionsValidationException(nameof(SiloOptions.AdvertisedHost), typeof(SiloOptions),
        [
            $"Silo:AdvertisedHost must be set: this machine's name '{machine}' leads to {address}, where only this machine is reached; set its address among the other silos, or 127.0.0.1 where all run on this one",
        ]);
    }

    /// <summary>The address of a name.</summary>
    /// <exception cref="OptionsValidationException">It has none.</exception>
    internal static IPAddress AddressOf(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? throw Unknown("it has no IPv4 address");
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            throw Unknown(error.Message);
        }

        OptionsValidationException Unknown(string why) =>
            new(nameof(SiloOptions.AdvertisedHost), typeof(SiloOptions), [$"Silo:AdvertisedHost must be a name or an IPv4 address under which other silos reach this one, and '{host}' is not: {why}"]);
    }
}
