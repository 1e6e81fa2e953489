using CxGrains.Web.Delivery.Net;
using CxGrains.Web.Delivery.Senders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery;

/// <summary>Adds the delivery of alerts.</summary>
internal static class DeliveryServices
{
    private const string NetworksKey = $"{DeliveryOptions.Section}:{nameof(DeliveryOptions.AllowedNetworks)}";

    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section)
            .Configure<IConfiguration>(static (options, configuration) => options.AllowedNetworks = NetworksIn(options.AllowedNetworks, configuration[NetworksKey]))
            .PostConfigure<IOptions<WebOptions>>(static (options, web) => options.PublicUrl ??= web.Value.PublicUrl)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsCheck>();
        services.TryAddSingleton<IHostResolver, DnsResolver>();
        services.TryAddSingleton(new RetrySchedule(Random.Shared.NextDouble));
        services.AddSingleton<NetworkGuard>();
        services.AddSingleton<GuardedConnector>();
        services.AddSingleton<OutgoingHttp>();
        services.AddSingleton<NoticeWords>();
        services.AddSingleton<MessageBodies>();
        services.AddSingleton<ISender, HttpSender>();
        services.AddSingleton<ISender, MailSender>();
        services.AddSingleton<Courier>();
        services.AddSingleton<DestinationBody>();
        services.AddHostedService<DeliveryService>();
    }

    // The binder passes over a text where it wants a list, without a word; an environment variable is a text.
    private static string[] NetworksIn(string[] listed, string? text) =>
        text is null ? listed : [.. listed, .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
