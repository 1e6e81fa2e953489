using CxGrains.Web.Alerts;
using CxGrains.Web.Audit;
using CxGrains.Web.Connectors;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Segment;
using CxGrains.Web.Definitions;
using CxGrains.Web.Delivery;
using CxGrains.Web.Health;
using CxGrains.Web.Ingest;
using CxGrains.Web.Keys;
using CxGrains.Web.Live;
using CxGrains.Web.Moving;
using CxGrains.Web.Pages;
using CxGrains.Web.Privacy;
using CxGrains.Web.Problems;
using CxGrains.Web.Queries;
using CxGrains.Web.Reports;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxGrains.Web;

/// <summary>Puts the HTTP face into a program.</summary>
public static class CxWebEndpoints
{
    /// <summary>Where the API is.</summary>
    public const string ApiPath = "/api/v1";

    /// <summary>Adds the middleware and endpoints of API, live hub, health, OpenAPI and dashboard.</summary>
    public static WebApplication MapCxWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(StatusProblems.WriteAsync);
        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value.DemoSignIn)
        {
            app.UseMiddleware<LoopbackHostGuard>();
        }

        app.UseMiddleware<SegmentCors>();
        app.UseDashboard();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseMiddleware<WallGuard>();
        app.UseAuthorization();

        app.MapHealth();
        app.MapSegment();
        app.MapHooks();
        app.MapReportLinks();
        app.MapOpenApi();
        app.MapHub<LiveHub>(LiveHub.Path).RequireAuthorization(Access.Live);
        var api = app.MapGroup(ApiPath).AddEndpointFilter(UnknownParameters.FilterAsync);
        api.MapIngest();
        api.MapConnectors();
        api.MapQueries();
        api.MapAccounts();
        api.MapComparisons();
        api.MapDefinitions();
        api.MapSettings();
        api.MapDestinations();
        api.MapDeliveries();
        api.MapReports();
        api.MapErasure();
        api.MapAlertRules();
        api.MapAlerts();
        api.MapConsent();
        api.MapExport();
        api.MapAudit();
        api.MapKeys();
        api.MapUsers();
        api.MapWallLinks();
        api.MapSession();
        api.MapMove();
        return app;
    }
}
