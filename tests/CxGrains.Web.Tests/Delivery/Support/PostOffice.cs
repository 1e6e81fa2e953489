using System.Net;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Reports;
using CxGrains.Domain.Alerts;
using CxGrains.Embedded.Delivery;
using CxGrains.Web.Delivery;
using CxGrains.Web.Delivery.Net;
using CxGrains.Web.Delivery.Senders;
using CxGrains.Web.Reports;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Delivery.Support;

/// <summary>The whole way from an alert to a receiver, on a clock that stands still: a real outbox, the real service, real connections.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    public const string Workspace = "acme";

    private readonly TestOutbox _outbox;
    private readonly OutgoingHttp _http;
    private readonly DeliveryService _service;
    private long _row;

    public PostOffice(DeliveryOptions? options = null, double jitter = 0, IHostResolver? resolver = null)
    {
        var settings = Options.Create(options ?? new DeliveryOptions { AllowedNetworks = ["127.0.0.0/8"] });
        _outbox = new TestOutbox(Clock);
        var words = new NoticeWords(settings);
        _http = new OutgoingHttp(new GuardedConnector(new NetworkGuard(settings), resolver ?? new DnsResolver()));
        var reports = new ReportMails(new ReportStore(Documents), new ReportLinks(settings));
        ISender[] senders = [new HttpSender(_http, new MessageBodies(words), Clock), new MailSender(settings, words, reports)];
        var courier = new Courier(senders, Alerts, reports, new RetrySchedule(() => jitter), settings, Clock);
        _service = new DeliveryService(Outbox, courier, settings, Clock, NullLogger<DeliveryService>.Instance);
    }

    /// <summary>Where reports are kept.</summary>
    public FakeStorage Documents { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public EmbeddedOutbox Outbox => _outbox.Outbox;

    /// <summary>The alerts as whoever sends finds them.</summary>
    public FakeAlerts Alerts { get; } = new();

    public long NowMs => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task StartAsync() => _service.StartAsync(CancellationToken.None);

    /// <summary>Defines a destination.</summary>
    public async Task<Destination> DefineAsync(string id, Uri url, DestinationKind kind = DestinationKind.Webhook, AlertSeverity severity = AlertSeverity.Info) =>
        await Outbox.DefineAsync(
            Workspace,
            new Destination
            {
                Id = id,
                Name = id,
                Kind = kind,
                Url = url.OriginalString,
                Severity = severity,
                Secrets = kind == DestinationKind.Webhook ? [SigningSecret.New()] : [],
            },
            null,
            CancellationToken.None);

    /// <summary>Raises an alert, as a partition does.</summary>
    public void Raise(string alert, string customer = "ada", long heldUntilMs = 0) =>
        Raise(new Alert(alert, Alert.ChurnHigh, customer, NowMs, "No sign of life for 250 days", 0.71) { HeldUntilMs = heldUntilMs });

    /// <summary>Raises an alert, as a partition does.</summary>
    public void Raise(Alert alert)
    {
        Alerts.Items[(Workspace, alert.Id)] = new AlertItem { Alert = alert };
        Outbox.Take(Workspace, alert, ++_row);
    }

    /// <summary>A destination's messages, the newest first.</summary>
    public async Task<IReadOnlyList<DeliveryEntry>> EntriesAsync(string destination) =>
        await Outbox.DeliveriesAsync(Workspace, destination, DeliveryFilter.All, long.MaxValue, OutboxLimits.PageMax, CancellationToken.None);

    /// <summary>Waits until a destination's only message is as wanted.</summary>
    public async Task<DeliveryEntry> UntilAsync(string destination, Func<DeliveryEntry, bool> isWanted)
    {
        using var patience = Patience();
        while (true)
        {
            var entries = await EntriesAsync(destination);
            if (entries.Count == 1 && isWanted(entries[0]))
            {
                return entries[0];
            }

            await LookAsync(patience.Token);
        }
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var patience = Patience();
        while (!condition())
        {
            await LookAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        _http.Dispose();
        _outbox.Dispose();
    }

    // The clock may have been moved between the service's look at it and its setting of a timer.
    private async Task LookAsync(CancellationToken patience)
    {
        _service.Look();
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, patience);
    }

    // Long: a slow machine makes a test slow, not wrong.
    private static CancellationTokenSource Patience() => new(TimeSpan.FromSeconds(60));
}
