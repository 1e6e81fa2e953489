using CxGrains.Abstractions;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Queries;
using CxGrains.Host.Demo.Behaviour;
using CxGrains.Host.Demo.Company;
using CxGrains.Host.Demo.Settings;
using CxGrains.Host.Demo.Surveys;
using Microsoft.Extensions.Options;

namespace CxGrains.Host.Demo;

/// <summary>Fills an empty workspace with the demo company's history, then sends live traffic until the host stops.</summary>
/// <param name="ingest">Takes interactions.</param>
/// <param name="definitions">Takes surveys and segments.</param>
/// <param name="queries">Tells whether the workspace is empty.</param>
/// <param name="keys">Holds the workspace.</param>
/// <param name="health">Tells when the runtime serves.</param>
/// <param name="options">The settings.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears the milestones.</param>
internal sealed class DemoService(
    IIngest ingest,
    IDefinitions definitions,
    IQueries queries,
    IKeys keys,
    IRuntimeHealth health,
    IOptions<DemoOptions> options,
    TimeProvider time,
    ILogger<DemoService> logger) : BackgroundService
{
    private static readonly TimeSpan ReadyPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    private readonly DemoOptions _options = options.Value;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the web's start-up, which would give the workspace a name of its own.
        if (keys.FindWorkspace(_options.Workspace) is null)
        {
            await keys.CreateWorkspaceAsync(new WorkspaceRecord(_options.Workspace, _options.Name), cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (health.NotReadyBecause is not null)
        {
            await Task.Delay(ReadyPoll, time, stoppingToken);
        }

        var company = DemoCompany.Create(_options.Seed, _options.Customers);
        var sender = new DemoSender(ingest, _options.Workspace, time);
        await DefineAsync(stoppingToken);

        var workspace = await queries.WorkspaceAsync(_options.Workspace, null, stoppingToken);
        if (workspace.Customers == 0)
        {
            await SeedAsync(company, sender, stoppingToken);
        }

        await SendTrafficAsync(company, sender, stoppingToken);
    }

    private async Task DefineAsync(CancellationToken stoppingToken)
    {
        var known = await definitions.OfAsync(_options.Workspace, stoppingToken);
        foreach (var survey in DemoSurveys.All)
        {
            await definitions.EnsureSurveyAsync(_options.Workspace, survey, stoppingToken);
        }

        // What somebody has changed or renamed in the demo stays so after a restart.
        foreach (var (id, name, rule) in DemoSegments.All().Where(segment => !known.Segments.ContainsKey(segment.Id)))
        {
            await definitions.DefineSegmentAsync(_options.Workspace, id, name, rule, null, stoppingToken);
        }

        if (known.Settings.Version == 0)
        {
            await definitions.DecideSettingsAsync(_options.Workspace, DemoSettings.At(time.GetUtcNow()), null, stoppingToken);
        }

        foreach (var rule in known.Alerts.Version == 0 ? DemoAlertRules.All : [])
        {
            await definitions.DefineAlertRuleAsync(_options.Workspace, rule, null, stoppingToken);
        }
    }

    private async Task SeedAsync(DemoCompany company, DemoSender sender, CancellationToken stoppingToken)
    {
        DemoLog.Seeding(logger, company.Customers.Count, _options.Name);
        var began = time.GetTimestamp();
        var history = new DemoHistory(company, _options.Seed, time.GetUtcNow().ToUnixTimeMilliseconds());
        var count = 0L;
        foreach (var chunk in history.Interactions().Chunk(DemoSender.BatchMax))
        {
            await sender.SendAsync([.. chunk.Select(interaction => (DemoIds.OfHistory(count++), interaction))], isImport: true, stoppingToken);
        }

        DemoLog.Seeded(logger, company.Customers.Count, count, time.GetElapsedTime(began).TotalSeconds);
    }

    private async Task SendTrafficAsync(DemoCompany company, DemoSender sender, CancellationToken stoppingToken)
    {
        DemoLog.TrafficBegins(logger, _options.RatePerSecondMin, _options.RatePerSecondMax);
        var traffic = new DemoTraffic(company, _options, time.GetUtcNow().ToUnixTimeMilliseconds());
        var ids = new DemoIds();
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
            var happened = traffic.Until(nowMs);
            foreach (var chunk in happened.Chunk(DemoSender.BatchMax))
            {
                await sender.SendAsync([.. chunk.Select(interaction => (ids.NextLive(nowMs), interaction))], isImport: false, stoppingToken);
            }
        }
    }
}
