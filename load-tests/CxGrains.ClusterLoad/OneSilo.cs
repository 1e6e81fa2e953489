using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Queries;
using CxGrains.Cluster;
using CxGrains.Domain;
using CxGrains.Tests.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxGrains.ClusterLoad;

/// <summary>One silo in this process, with PostgreSQL on the same machine.</summary>
internal sealed class OneSilo : IAsyncDisposable
{
    private readonly PostgresServer _postgres;
    private readonly IHost _host;

    private OneSilo(PostgresServer postgres, IHost host)
    {
        _postgres = postgres;
        _host = host;
    }

    /// <summary>Makes grains' references.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Takes interactions in.</summary>
    public IIngest Ingest => _host.Services.GetRequiredService<IIngest>();

    /// <summary>Views.</summary>
    public IQueries Queries => _host.Services.GetRequiredService<IQueries>();

    /// <summary>Shared names.</summary>
    public NamePool Names => _host.Services.GetRequiredService<NamePool>();

    /// <summary>Definitions.</summary>
    public Abstractions.Definitions.IDefinitions Definitions => _host.Services.GetRequiredService<Abstractions.Definitions.IDefinitions>();

    /// <summary>Starts both.</summary>
    public static async Task<OneSilo> StartAsync(int partitionsCount)
    {
        var postgres = await PostgresServer.StartAsync();
        var connectionString = await postgres.CreateDatabaseAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.UseLocalhostClustering().AddClusterRuntime(options =>
        {
            options.ConnectionString = connectionString;
            options.PartitionsCount = partitionsCount;
        }));
        var host = builder.Build();
        await host.StartAsync();
        return new OneSilo(postgres, host);
    }

    /// <summary>Connects a client, as another program would: through the gateway, by sockets.</summary>
    public static async Task<IHost> ConnectClientAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleansClient(client => client.UseLocalhostClustering());
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _postgres.DisposeAsync();
    }
}
