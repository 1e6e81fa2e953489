using CxGrains.Web.Connectors.Quarantine;
using CxGrains.Web.Connectors.Segment;
using CxGrains.Web.Connectors.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Connectors;

/// <summary>Adds what other tools talk to.</summary>
internal static class ConnectorServices
{
    public static void AddConnectors(this IServiceCollection services)
    {
        services.AddSingleton<SourceMeter>();
        services.AddHostedService<SourceStoring>();
        services.AddSingleton<SegmentIntake>();
        services.AddSingleton<IReplay>(provider => provider.GetRequiredService<SegmentIntake>());
        services.AddSingleton<SegmentEndpoint>();
    }
}
