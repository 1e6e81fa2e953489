using CxGrains.Abstractions.Keys;
using CxGrains.Domain;
using CxGrains.Web.Audit;
using CxGrains.Web.Connectors;
using CxGrains.Web.Delivery;
using CxGrains.Web.Ingest;
using CxGrains.Web.Json;
using CxGrains.Web.Keys;
using CxGrains.Web.Live;
using CxGrains.Web.OpenApi;
using CxGrains.Web.Pages;
using CxGrains.Web.Privacy;
using CxGrains.Web.Problems;
using CxGrains.Web.Reports;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxGrains.Web;

/// <summary>Adds the HTTP face.</summary>
public static class CxWebServices
{
    /// <summary>
    /// Adds the HTTP face. It needs a runtime's services (<c>IIngest</c>, <c>IQueries</c>, <c>IDefinitions</c>, <c>IKeys</c>, <c>ILive</c>,
    /// <c>IOutbox</c>, <c>IDestinations</c>, <c>IAuditLog</c>, <c>IRuntimeHealth</c>), which must be added before it, so that the runtime has started when the first key is made.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options after the configuration section <see cref="WebOptions.Section"/> was read.</param>
    public static IServiceCollection AddCxWeb(this IServiceCollection services, Action<WebOptions>? configure = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<WebOptions>()
            .BindConfiguration(WebOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.AdminKey = configuration["CX_ADMIN_KEY"] ?? options.AdminKey)
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsCheck>();
        services.ConfigureHttpJsonOptions(json => WebJson.Configure(json.SerializerOptions));
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ConnectionLimits>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddKeys();
        services.AddLive();
        services.AddDelivery();
        services.AddReports();
        services.AddCxOpenApi();
        services.AddDashboard();
        services.TryAddSingleton<NamePool>();
        services.AddSingleton<IngestBudget>();
        services.AddSingleton<IngestEndpoint>();
        services.AddSingleton<InteractionIntake>();
        services.AddConnectors();
        services.AddSingleton<CustomerTraces>();
        services.AddSingleton<AuditTrail>();
        services.AddHostedService<AuditRetention>();
        return services;
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddAuthentication(Schemes.Any)
            .AddPolicyScheme(Schemes.Any, null, scheme =>
                scheme.ForwardDefaultSelector = context => KeyAuthenticationHandler.BringsKey(context.Request) ? Schemes.Key : Schemes.Session)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthenticationHandler>(Schemes.Key, null)
            .AddCookie(Schemes.Session);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookies>();
        services.AddDataProtection().SetApplicationName("CxGrains");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SessionKeys>();
        services.AddAuthorizationBuilder()
            .AddPolicy(ScopeRequirement.Ingest, policy => policy.AddRequirements(new ScopeRequirement(Scopes.Ingest)))
            .AddPolicy(ScopeRequirement.Read, policy => policy.AddRequirements(new ScopeRequirement(Scopes.Read)))
            .AddPolicy(ScopeRequirement.Handle, policy => policy.AddRequirements(new ScopeRequirement(Scopes.Handle)))
            .AddPolicy(ScopeRequirement.Manage, policy => policy.AddRequirements(new ScopeRequirement(Scopes.Manage)))
            .AddPolicy(ScopeRequirement.Admin, policy => policy.AddRequirements(new ScopeRequirement(Scopes.Admin)));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ScopeResultHandler>();
        services.TryAddSingleton<IFirstKeySink, ConsoleFirstKeySink>();
        services.AddHostedService<FirstKey>();
        services.AddSingleton<Callers>();
        services.AddHostedService<SessionWatch>();
        services.AddUsers();
        services.AddSingleton<WallLinkStore>();
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = LiveHub.MessageBytesMax)
            .AddJsonProtocol(json => WebJson.Configure(json.PayloadSerializerOptions));
        services.AddSingleton<TopicReader>();
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<LiveConnections>();
    }
}
