using CxGrains.Web.Connectors.CloudEvents;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Delighted;
using CxGrains.Web.Connectors.Formbricks;
using CxGrains.Web.Connectors.Generic;
using CxGrains.Web.Connectors.Intercom;
using CxGrains.Web.Connectors.Outgoing;
using CxGrains.Web.Connectors.Quarantine;
using CxGrains.Web.Connectors.Segment;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Connectors.SurveyMonkey;
using CxGrains.Web.Connectors.Typeform;
using CxGrains.Web.Connectors.Zendesk;
using CxGrains.Web.Delivery.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddSingleton<CloudEventsEndpoint>();
        services.AddSingleton<HookIntake>();
        services.AddSingleton<IReplay>(provider => provider.GetRequiredService<HookIntake>());
        services.AddSingleton<Replays>();
        services.AddSingleton<ConnectorKinds>();
        services.TryAddSingleton(provider => new VendorHttp(OutgoingHttp.NewHandler(provider.GetRequiredService<GuardedConnector>())));
        services.AddSingleton<IConnector, GenericConnector>();
        services.AddSingleton<IConnector, TypeformConnector>();
        services.AddSingleton<IConnector, FormbricksConnector>();
        services.AddSingleton<IConnector, DelightedConnector>();
        services.AddSingleton<IConnector, SurveyMonkeyConnector>();
        services.AddSingleton<IConnector, IntercomConnector>();
        services.AddSingleton<IConnector, ZendeskConnector>();
    }

    /// <summary>Adds what is managed under the API's path.</summary>
    public static void MapConnectors(this IEndpointRouteBuilder api)
    {
        api.MapCloudEvents();
        api.MapConnections();
        api.MapQuarantine();
        api.MapSources();
    }
}
