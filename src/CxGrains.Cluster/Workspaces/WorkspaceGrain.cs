using System.Text.Json;
using CxGrains.Abstractions.Definitions;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Models;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Log;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Workspaces;

/// <inheritdoc cref="IWorkspaceGrain"/>
/// <remarks>
/// A segment's definition, settings and a published model must reach the log of every partition. Each is stored as unsent first, then appended,
/// then stored as sent: where the silo dies in between, or the log refuses it, it is appended again, and what a partition knows already changes
/// nothing there.
/// </remarks>
[GrainType("workspace")]
internal sealed partial class WorkspaceGrain(
    [PersistentState("definitions", ClusterStorage.Name)] IPersistentState<WorkspaceRow> stored, IPartitionLog log, NamePool names, Clock clock,
    ILogger<WorkspaceGrain> logger)
    : Grain, IWorkspaceGrain
{
    private static readonly TimeSpan SendAgainEvery = TimeSpan.FromSeconds(5);

    private readonly BuyingWatch _watch = new();
    private ShardMerge<WorkspaceShard> _sums = null!;
    private ShardMerge<ModelShard> _learned = null!;
    private DefinitionsSnapshot _snapshot = null!;
    private WorkspaceDefinitions _definitions = null!;
    private Task<BuyingModel>? _fitting;
    private long _publishedMs;

    private string Workspace => GrainKeys.Split(this.GetPrimaryKeyString()).Workspace;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var shards = Enumerable.Range(0, log.PartitionsCount).Select(partition => GrainFactory.GetGrain<IWorkspaceShardGrain>(GrainKeys.Of(Workspace, partition, GrainKeys.All)));
        _sums = new ShardMerge<WorkspaceShard>(
            [.. shards], state => WorkspaceShardEntity.Decode(state, names).Shard, WorkspaceShard.Merge, (shard, writer) => shard.Encode(writer));
        var learners = Enumerable.Range(0, log.PartitionsCount).Select(partition => GrainFactory.GetGrain<IModelShardGrain>(GrainKeys.Of(Workspace, partition, GrainKeys.All)));
        _learned = new ShardMerge<ModelShard>([.. learners], ReadShard, MergeShards, (shard, writer) => shard.Encode(writer));
        Publish();
        _publishedMs = clock.NowMs;

        // Not here: a log that refuses it for now, as while a directory is moved in, is no reason to know no definitions.
        this.RegisterGrainTimer(SendAgainAsync, new GrainTimerCreationOptions(TimeSpan.Zero, SendAgainEvery));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<DefinitionsSnapshot?> DefinitionsAsync(long knownVersion) => Task.FromResult(knownVersion == _snapshot.Version ? null : _snapshot);

    /// <inheritdoc/>
    public async Task<DefinitionAnswer> DefineSurveyAsync(SurveyOnWire survey, bool mayChange, int? expectedVersion)
    {
        var answer = DefinitionAnswer.Of(() => new DefinitionAnswer
        {
            Survey = SurveyOnWire.Of(DefinitionRules.Survey(_definitions, survey.ToDefinition(), mayChange, expectedVersion)),
        });
        if (answer.Survey is { } defined && _definitions.Surveys.GetValueOrDefault(defined.Id)?.Version != defined.Version)
        {
            await ChangeAsync(row => row.Surveys = [.. row.Surveys.Where(known => known.Id != defined.Id), defined]);
        }

        return answer;
    }

    /// <inheritdoc/>
    public async Task<DefinitionAnswer> DefineSegmentAsync(string id, string name, string rule, int? expectedVersion)
    {
        var answer = DefinitionAnswer.Of(() =>
        {
            using var json = JsonDocument.Parse(rule);
            var segment = DefinitionRules.Segment(_definitions, id, name, SegmentRule.Parse(json.RootElement.Clone()), expectedVersion);
            return new DefinitionAnswer { Segment = SegmentJson.Write(segment) };
        });
        if (answer.Segment is { } defined && RuleSet.Parse(defined).Version != _definitions.Segments.GetValueOrDefault(id)?.Version)
        {
            await ChangeAsync(row =>
            {
                row.Segments = [.. row.Segments.Where(known => RuleSet.Parse(known).Id != id), defined];
                row.Unsent = [.. row.Unsent, defined];
            });
        }

        if (answer.Refusal == Refusal.None)
        {
            // Also where it was stored before: whoever repeats a request whose append failed must not hear that all is well.
            await SendAsync();
        }

        return answer;
    }

    /// <inheritdoc/>
    public async Task LearnAsync()
    {
        await LearnChurnAsync();
        await FitBuyingAsync();
    }

    /// <inheritdoc/>
    public Task<byte[]?> LearnedAsync() => _learned.ReadAsync();

    private async Task LearnChurnAsync()
    {
        var target = _definitions.Settings.Churn.Target;
        if (await _learned.ReadAsync() is { } learned
            && ReadShard(learned) is var shard
            && shard.Target == target
            && _definitions.Published.IsOutgrownBy(shard.Outcomes, target, clock.NowMs - _publishedMs)
            && PublishedModel.Learn(shard, _definitions.Published.Version + 1) is { } model)
        {
            await ChangeAsync(row =>
            {
                row.Model = model.ToBytes();
                row.IsModelUnsent = true;
            });
            _publishedMs = clock.NowMs;
            await SendAsync();
        }
    }

    // A fit takes seconds: it runs beside the grain, and the next call that finds it done takes it.
    private async Task FitBuyingAsync()
    {
        if (_fitting is { IsCompleted: true } fitted)
        {
            _fitting = null;
            var model = await fitted;
            await ChangeAsync(row => row.Buying = model.ToBytes());
        }

        var (nowMs, known) = (clock.NowMs, _definitions.Buying);
        if (_fitting is not null || !_watch.TryBegin(known, nowMs))
        {
            return;
        }

        var parts = await Task.WhenAll(Enumerable.Range(0, log.PartitionsCount)
            .Select(partition => GrainFactory.GetGrain<IPartitionGrain>(partition).BuyersAsync(Workspace)));
        var sample = parts.Select(part => BuyingSample.Decode(new BinaryReader(new MemoryStream(part)))).Aggregate(new BuyingSample(), BuyingSample.Merge);
        if (_watch.Take(known, sample, nowMs, clock.NowMs) is { } fit)
        {
            _fitting = Task.Run(fit);
        }
    }

    /// <inheritdoc/>
    public async Task<DefinitionAnswer> DecideSettingsAsync(string settings, int? expectedVersion)
    {
        var answer = DefinitionAnswer.Of(() => new DefinitionAnswer
        {
            Settings = DefinitionRules.Settings(_definitions, WorkspaceSettings.FromStored(settings), expectedVersion).ToStored(),
        });
        if (answer.Settings is { } decided && WorkspaceSettings.FromStored(decided).Version != _definitions.Settings.Version)
        {
            await ChangeAsync(row =>
            {
                row.Settings = decided;
                row.AreSettingsUnsent = true;
            });
        }

        if (answer.Refusal == Refusal.None)
        {
            await SendAsync();
        }

        return answer;
    }

    /// <inheritdoc/>
    public Task<DefinitionAnswer> DefineAlertRuleAsync(string rule, int? expectedVersion) =>
        ChangeAlertRulesAsync(() => DefinitionRules.AlertRule(_definitions, AlertRules.FromStored(rule).Rules[0], expectedVersion));

    /// <inheritdoc/>
    public Task<DefinitionAnswer> DeleteAlertRuleAsync(string id, int? expectedVersion) =>
        ChangeAlertRulesAsync(() => DefinitionRules.WithoutAlertRule(_definitions, id, expectedVersion));

    private async Task<DefinitionAnswer> ChangeAlertRulesAsync(Func<AlertRules> change)
    {
        var answer = DefinitionAnswer.Of(() => new DefinitionAnswer { AlertRules = change().ToStored() });
        if (answer.AlertRules is { } rules && AlertRules.FromStored(rules).Version != _definitions.Alerts.Version)
        {
            await ChangeAsync(row =>
            {
                row.AlertRules = rules;
                row.AreAlertRulesUnsent = true;
            });
        }

        if (answer.Refusal == Refusal.None)
        {
            await SendAsync();
        }

        return answer;
    }

    /// <inheritdoc/>
    public Task AdoptAsync(SurveyOnWire[] surveys, string[] segments, string? settings, byte[]? model, string? alertRules) => ChangeAsync(row =>
    {
        row.AlertRules = alertRules ?? row.AlertRules;
        row.AreAlertRulesUnsent = false;
        row.Settings = settings ?? row.Settings;
        row.AreSettingsUnsent = false;
        row.Model = model ?? row.Model;
        row.IsModelUnsent = false;

        // Of two that are equally new the later one counts: the one that is adopted.
        row.Surveys = [.. row.Surveys.Concat(surveys).GroupBy(survey => survey.Id).Select(same => same.Aggregate((a, b) => a.Version > b.Version ? a : b))];
        // A segment that is not in the partitions' logs was defined during the move, and refused there.
        row.Segments = [.. row.Segments.Except(row.Unsent).Concat(segments)
            .GroupBy(segment => RuleSet.Parse(segment).Id)
            .Select(same => same.Aggregate((a, b) => RuleSet.Parse(a).Version > RuleSet.Parse(b).Version ? a : b))];
        row.Unsent = [];
    });

    /// <inheritdoc/>
    public Task<byte[]?> SumsAsync() => _sums.ReadAsync();

    // Partitions that have not learned since the target changed still hold the old one's sums; what is newest counts.
    private ModelShard MergeShards(ModelShard a, ModelShard b)
    {
        var target = _definitions.Settings.Churn.Target;
        return ModelShard.Merge(a.For(target), b.For(target));
    }

    private static ModelShard ReadShard(byte[] state) => ModelShard.Decode(new BinaryReader(new MemoryStream(state)));

    private async Task ChangeAsync(Action<WorkspaceRow> change)
    {
        stored.State = stored.State.Next();
        change(stored.State);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // It may have been written or not: the next life reads what is so.
            DeactivateOnIdle();
            throw;
        }

        Publish();
    }

    private void Publish()
    {
        _snapshot = new DefinitionsSnapshot
        {
            Version = stored.State.Version,
            Surveys = [.. stored.State.Surveys],
            Segments = [.. stored.State.Segments],
            Settings = stored.State.Settings,
            Model = stored.State.Model,
            Buying = stored.State.Buying,
            AlertRules = stored.State.AlertRules,
        };
        _definitions = _snapshot.ToDefinitions();
    }

    private async Task SendAgainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync();
        }
#pragma warning disable CA1031 // Whatever keeps it from the log, the next tick tries again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotSent(Workspace, error.Message);
        }
    }

    private async Task SendAsync()
    {
        foreach (var segment in stored.State.Unsent.ToList())
        {
            await AppendToAllAsync(new SegmentRow(clock.NowMs, Workspace, segment));
            await ChangeAsync(changed => changed.Unsent = [.. changed.Unsent.Where(unsent => unsent != segment)]);
        }

        if (stored.State is { AreSettingsUnsent: true, Settings: { } settings })
        {
            await AppendToAllAsync(new SettingsRow(clock.NowMs, Workspace, settings));
            await ChangeAsync(changed => changed.AreSettingsUnsent = false);
        }

        if (stored.State is { AreAlertRulesUnsent: true, AlertRules: { } rules })
        {
            await AppendToAllAsync(new AlertRulesRow(clock.NowMs, Workspace, rules));
            await ChangeAsync(changed => changed.AreAlertRulesUnsent = false);
        }

        if (stored.State is { IsModelUnsent: true, Model: { } model })
        {
            await AppendToAllAsync(new ModelRow(clock.NowMs, Workspace, model));
            await ChangeAsync(changed => changed.IsModelUnsent = false);
        }
    }

    private Task AppendToAllAsync(LogRow row) => GrainCalls.ForCallersAsync(
        () => log.AppendAsync([.. Enumerable.Range(0, log.PartitionsCount).Select(partition => new LogAppend(partition, row, 0))]));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Definitions of workspace '{Workspace}' are not in the partitions' logs yet: {Reason}")]
    private partial void LogNotSent(string workspace, string reason);
}
