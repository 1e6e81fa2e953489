using System.Text.Json;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;

namespace CxGrains.Conformance.Scenarios;

/// <summary>What every runtime must pass. A runtime derives from each scenario and says how it is made.</summary>
public abstract class RuntimeScenarios : IAsyncLifetime
{
    private readonly List<IRuntimeUnderTest> _runtimes = [];

    /// <inheritdoc/>
    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var runtime in _runtimes)
        {
            await runtime.DisposeAsync();
        }
    }

    /// <summary>Makes the runtime, with nothing stored.</summary>
    protected abstract IRuntimeUnderTest Create(RuntimeSize size, ManualTimeProvider clock);

    private protected async Task<IRuntimeUnderTest> StartAsync(RuntimeSize? size = null)
    {
        var runtime = Create(size ?? new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        _runtimes.Add(runtime);
        await runtime.StartAsync();
        return runtime;
    }

    private protected static async Task RestartAsync(IRuntimeUnderTest runtime)
    {
        await runtime.StopAsync();
        await runtime.StartAsync();
    }

    private protected static async Task CrashAndStartAsync(IRuntimeUnderTest runtime)
    {
        await runtime.CrashAsync();
        await runtime.StartAsync();
    }

    private protected static async Task<SegmentDefinition> DefineAsync(IRuntimeUnderTest runtime, string id, string rule, string workspace = Client.Workspace)
    {
        using var json = JsonDocument.Parse(rule);
        return await runtime.Definitions.DefineSegmentAsync(workspace, id, id, SegmentRule.Parse(json.RootElement), null, CancellationToken.None);
    }

    /// <summary>Looks further ahead than any traffic reaches: when a model is published depends on the runtime's pace, and band changes would tell.</summary>
    private protected static async Task LearnNothingAsync(IRuntimeUnderTest runtime) => await runtime.Definitions.DecideSettingsAsync(
        Client.Workspace, new WorkspaceSettings { Churn = new ChurnSettings { HorizonDays = Limits.ChurnHorizonDaysMax } }, null, CancellationToken.None);

    /// <summary>Segments of every kind: by what was bought, by the latest answer, by a trait, and by silence.</summary>
    private protected static async Task DefineSegmentsAsync(IRuntimeUnderTest runtime)
    {
        await DefineAsync(runtime, "buyers", """{"field":"purchases.count","op":"ge","value":3}""");
        await DefineAsync(runtime, "detractors", """{"field":"nps.category","op":"eq","value":"detractor"}""");
        await DefineAsync(runtime, "pros", """{"field":"trait.plan","op":"eq","value":"pro"}""");
        await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":30}""");
    }

    private protected static async Task<long> MembersAsync(IRuntimeUnderTest runtime, string segment)
    {
        await runtime.SettleAsync();
        return (await runtime.Queries.SegmentAsync(Client.Workspace, segment, null, CancellationToken.None))!.Members;
    }

    private protected static async Task<(long Open, long AlreadySo)> AlertsAsync(IRuntimeUnderTest runtime)
    {
        await runtime.SettleAsync();
        var open = await runtime.Queries.AlertsAsync(Client.Workspace, "open", 200, CancellationToken.None);
        var alreadySo = await runtime.Queries.AlertsAsync(Client.Workspace, "alreadySo", 200, CancellationToken.None);
        var counts = (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Alerts;
        Assert.Equal((counts.Open, counts.AlreadySo), (open.Total, alreadySo.Total));
        return (open.Total, alreadySo.Total);
    }
}
