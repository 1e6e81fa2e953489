using System.Text.Json;
using CxGrains.Abstractions.Definitions;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Shards;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Domain.Segments;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Workspaces;

/// <inheritdoc cref="IWorkspaceGrain"/>
/// <remarks>
/// A segment's definition must reach the log of every partition. It is stored as unsent first, then appended, then stored as sent:
/// where the silo dies in between, or the log refuses it, it is appended again, and a definition that a partition knows already changes
/// nothing there.
/// </remarks>
[GrainType("workspace")]
internal sealed partial class WorkspaceGrain(
    [PersistentState("definitions", ClusterStorage.Name)] IPersistentState<WorkspaceRow> stored, IPartitionLog log, NamePool names, Clock clock,
    ILogger<WorkspaceGrain> logger)
    : Grain, IWorkspaceGrain
{
    private static readonly TimeSpan SendAgainEvery = TimeSpan.FromSeconds(5);

    private ShardMerge<WorkspaceShard> _sums = null!;
    private DefinitionsSnapshot _snapshot = null!;
    private WorkspaceDefinitions _definitions = null!;

    private string Workspace => GrainKeys.Split(this.GetPrimaryKeyString()).Workspace;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var shards = Enumerable.Range(0, log.PartitionsCount).Select(partition => GrainFactory.GetGrain<IWorkspaceShardGrain>(GrainKeys.Of(Workspace, partition, GrainKeys.All)));
        _sums = new ShardMerge<WorkspaceShard>(
            [.. shards], state => WorkspaceShardEntity.Decode(state, names).Shard, WorkspaceShard.Merge, (shard, writer) => shard.Encode(writer));
        Publish();

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
        if (answer.Segment is { } defined && SegmentSet.Parse(defined).Version != _definitions.Segments.GetValueOrDefault(id)?.Version)
        {
            await ChangeAsync(row =>
            {
                row.Segments = [.. row.Segments.Where(known => SegmentSet.Parse(known).Id != id), defined];
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
    public Task AdoptAsync(SurveyOnWire[] surveys, string[] segments) => ChangeAsync(row =>
    {
        // Of two that are equally new the later one counts: the one that is adopted.
        row.Surveys = [.. row.Surveys.Concat(surveys).GroupBy(survey => survey.Id).Select(same => same.Aggregate((a, b) => a.Version > b.Version ? a : b))];
        // A segment that is not in the partitions' logs was defined during the move, and refused there.
        row.Segments = [.. row.Segments.Except(row.Unsent).Concat(segments)
            .GroupBy(segment => SegmentSet.Parse(segment).Id)
            .Select(same => same.Aggregate((a, b) => SegmentSet.Parse(a).Version > SegmentSet.Parse(b).Version ? a : b))];
        row.Unsent = [];
    });

    /// <inheritdoc/>
    public Task<byte[]?> SumsAsync() => _sums.ReadAsync();

    private async Task ChangeAsync(Action<WorkspaceRow> change)
    {
        var before = stored.State;
        stored.State = new WorkspaceRow { Version = before.Version + 1, Surveys = before.Surveys, Segments = before.Segments, Unsent = before.Unsent };
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
        _snapshot = new DefinitionsSnapshot { Version = stored.State.Version, Surveys = [.. stored.State.Surveys], Segments = [.. stored.State.Segments] };
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
            var row = new SegmentRow(clock.NowMs, Workspace, segment);
            await GrainCalls.ForCallersAsync(() => log.AppendAsync([.. Enumerable.Range(0, log.PartitionsCount).Select(partition => new LogAppend(partition, row, 0))]));
            await ChangeAsync(changed => changed.Unsent = [.. changed.Unsent.Where(unsent => unsent != segment)]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Definitions of workspace '{Workspace}' are not in the partitions' logs yet: {Reason}")]
    private partial void LogNotSent(string workspace, string reason);
}
