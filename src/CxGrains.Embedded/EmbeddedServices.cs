using CxGrains.Abstractions;
using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;
using CxGrains.Embedded.Alerts;
using CxGrains.Embedded.Audit;
using CxGrains.Embedded.Catalog;
using CxGrains.Embedded.Delivery;
using CxGrains.Embedded.Documents;
using CxGrains.Embedded.Live;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.Queries;
using CxGrains.Embedded.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxGrains.Embedded;

/// <summary>Adds the embedded runtime to a program.</summary>
public static class EmbeddedServices
{
    /// <summary>Adds the runtime behind the contract. It starts with the host, before whatever is added after it.</summary>
    public static IServiceCollection AddEmbeddedRuntime(this IServiceCollection services, Action<EmbeddedOptions> configure)
    {
        services.AddOptions<EmbeddedOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddedOptions>, EmbeddedOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<NamePool>();
        services.AddSingleton<DefinitionCatalog>();
        services.AddSingleton<IDefinitions>(provider => provider.GetRequiredService<DefinitionCatalog>());
        services.AddSingleton<IKeys>(provider => provider.GetRequiredService<DefinitionCatalog>());
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<IDocuments>(provider => provider.GetRequiredService<DocumentStore>());
        services.AddSingleton<PayloadQuarantine>();
        services.AddSingleton<IPayloadQuarantine>(provider => provider.GetRequiredService<PayloadQuarantine>());
        services.TryAddSingleton<ISurveyLookup>(provider => provider.GetRequiredService<DefinitionCatalog>());
        services.AddSingleton<EmbeddedOutbox>();
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<EmbeddedOutbox>());
        services.AddSingleton<IDestinations>(provider => provider.GetRequiredService<EmbeddedOutbox>());
        services.AddSingleton<EmbeddedAuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<EmbeddedAuditLog>());
        services.AddSingleton<LiveNotices>();
        services.AddSingleton<ILive>(provider => provider.GetRequiredService<LiveNotices>());
        services.AddSingleton<EmbeddedRuntime>();
        services.AddSingleton<IIngest>(provider => provider.GetRequiredService<EmbeddedRuntime>());
        services.AddSingleton<IRuntimeHealth>(provider => provider.GetRequiredService<EmbeddedRuntime>());
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedRuntime>());
        services.AddSingleton<ModelPublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<ModelPublisher>());
        services.AddSingleton<EmbeddedQueries>();
        services.AddSingleton<IQueries>(provider => provider.GetRequiredService<EmbeddedQueries>());
        services.AddSingleton<IMovementSums>(provider => provider.GetRequiredService<EmbeddedQueries>());
        services.AddSingleton<MovementLooks>();
        services.AddHostedService(provider => provider.GetRequiredService<MovementLooks>());
        services.AddSingleton<ReportLooks>();
        services.AddHostedService(provider => provider.GetRequiredService<ReportLooks>());
        services.AddSingleton<IAlertHandling, EmbeddedAlertHandling>();
        return services;
    }
}
