using System.Collections.Concurrent;
using System.Text;
using CxGrains.Abstractions;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Web.Tests.Support;

/// <summary>A runtime that keeps everything in memory and computes nothing, so that a test of the HTTP face fails for the face alone.</summary>
internal sealed class FakeRuntime : IIngest, IDefinitions, IKeys, ILive, IRuntimeHealth
{
    private readonly ConcurrentDictionary<string, WorkspaceDefinitions> _definitions = new();
    private readonly ConcurrentDictionary<string, KeyRecord> _keys = new();
    private readonly ConcurrentDictionary<string, WorkspaceRecord> _workspaces = new();
    private readonly ConcurrentDictionary<(string, Topic), ConcurrentDictionary<object, Action>> _watches = new();

    /// <summary>The batches that were appended, with their lines copied as a log would.</summary>
    public ConcurrentQueue<(InteractionBatch Batch, IReadOnlyList<string> Lines)> Batches { get; } = new();

    /// <summary>Runs before each append.</summary>
    public Func<Task> BeforeAppend { get; set; } = () => Task.CompletedTask;

    /// <summary>Looks at each batch before it is appended.</summary>
    public Action<InteractionBatch> Refuse { get; set; } = _ => { };

    /// <summary>Runs in place of waiting for the effect.</summary>
    public Func<CancellationToken, Task> Applied { get; set; } = _ => Task.CompletedTask;

    public long BatchBytesMax { get; set; } = 64 * 1024 * 1024;

    public string? NotReadyBecause { get; set; }

    public bool Any => !_keys.IsEmpty;

    public int Watches => _watches.Values.Sum(watches => watches.Count);

    public async ValueTask<string> AppendAsync(InteractionBatch batch, CancellationToken cancellationToken)
    {
        await BeforeAppend();
        Refuse(batch);
        var lines = new List<string>();
        var start = 0;
        foreach (var length in batch.LineLengths)
        {
            lines.Add(Encoding.UTF8.GetString(batch.Lines.Span.Slice(start, length)));
            start += length;
        }

        Assert.Equal(batch.Lines.Length, start);
        Assert.Equal(batch.Interactions.Count, lines.Count);
        Batches.Enqueue((batch, lines));
        return $"{Batches.Count}.0";
    }

    public async ValueTask WaitUntilAppliedAsync(string position, CancellationToken cancellationToken) => await Applied(cancellationToken);

    public ValueTask<WorkspaceDefinitions> OfAsync(string workspace, CancellationToken cancellationToken) => ValueTask.FromResult(Of(workspace));

    public WorkspaceDefinitions Of(string workspace) => _definitions.GetValueOrDefault(workspace, WorkspaceDefinitions.Empty);

    public ValueTask<SurveyDefinition> DefineSurveyAsync(string workspace, SurveyDefinition survey, int? expectedVersion, CancellationToken cancellationToken)
    {
        var before = Of(workspace);
        var current = before.Surveys.GetValueOrDefault(survey.Id);
        if (current is not null && (current.Metric != survey.Metric || current.Scale != survey.Scale))
        {
            throw new ConflictException($"survey '{survey.Id}' measures {current.Metric} to {current.Scale}, which never changes");
        }

        var defined = survey with { Version = (current?.Version ?? 0) + 1 };
        _definitions[workspace] = before with { Surveys = before.Surveys.SetItem(survey.Id, defined) };
        return ValueTask.FromResult(defined);
    }

    public ValueTask<WorkspaceSettings> DecideSettingsAsync(string workspace, WorkspaceSettings settings, int? expectedVersion, CancellationToken cancellationToken)
    {
        var before = Of(workspace);
        var decided = DefinitionRules.Settings(before, settings, expectedVersion);
        _definitions[workspace] = before with { Settings = decided };
        return ValueTask.FromResult(decided);
    }

    public ValueTask<AlertRules> DefineAlertRuleAsync(string workspace, AlertRule rule, int? expectedVersion, CancellationToken cancellationToken) =>
        Take(workspace, DefinitionRules.AlertRule(Of(workspace), rule, expectedVersion));

    public ValueTask<AlertRules> DeleteAlertRuleAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken) =>
        Take(workspace, DefinitionRules.WithoutAlertRule(Of(workspace), id, expectedVersion));

    public ValueTask<SurveyDefinition> EnsureSurveyAsync(string workspace, SurveyDefinition survey, CancellationToken cancellationToken) =>
        Of(workspace).Surveys.TryGetValue(survey.Id, out var known) ? ValueTask.FromResult(known) : DefineSurveyAsync(workspace, survey, null, cancellationToken);

    public ValueTask<SegmentDefinition> DefineSegmentAsync(
        string workspace, string id, string name, SegmentRule rule, int? expectedVersion, CancellationToken cancellationToken)
    {
        var before = Of(workspace);
        var version = (before.Segments.GetValueOrDefault(id)?.Version ?? 0) + 1;
        var defined = new SegmentDefinition { Id = id, Name = name, Rule = rule, Slot = 0, Version = version };
        _definitions[workspace] = before with { Segments = before.Segments.SetItem(id, defined) };
        return ValueTask.FromResult(defined);
    }

    public KeyRecord? Find(string hash) => _keys.GetValueOrDefault(hash);

    public WorkspaceRecord? FindWorkspace(string id) => _workspaces.GetValueOrDefault(id);

    public ValueTask CreateWorkspaceAsync(WorkspaceRecord workspace, CancellationToken cancellationToken) =>
        _workspaces.TryAdd(workspace.Id, workspace) ? ValueTask.CompletedTask : throw new ConflictException($"workspace '{workspace.Id}' exists");

    public ValueTask AddKeyAsync(KeyRecord key, CancellationToken cancellationToken)
    {
        _keys[key.Hash] = key;
        return ValueTask.CompletedTask;
    }

    IReadOnlyList<KeyRecord> IKeys.Of(string workspace) => [.. _keys.Values.Where(key => key.Workspace == workspace)];

    public ValueTask RemoveKeyAsync(KeyRecord key, CancellationToken cancellationToken)
    {
        LastAdminKey.ThrowIfRemoving(key, _keys.Values.Where(other => other.Workspace == key.Workspace));
        _keys.TryRemove(key.Hash, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IDisposable> WatchAsync(string workspace, Topic topic, Action changed, CancellationToken cancellationToken)
    {
        var id = new object();
        var watches = _watches.GetOrAdd((workspace, topic), _ => new ConcurrentDictionary<object, Action>());
        watches[id] = changed;
        return ValueTask.FromResult<IDisposable>(new Ended(() => watches.TryRemove(id, out _)));
    }

    /// <summary>Tells the watchers of a topic.</summary>
    public void Change(string workspace, Topic topic)
    {
        foreach (var changed in _watches.GetValueOrDefault((workspace, topic))?.Values ?? [])
        {
            changed();
        }
    }

    private ValueTask<AlertRules> Take(string workspace, AlertRules rules)
    {
        _definitions[workspace] = Of(workspace) with { Alerts = rules };
        return ValueTask.FromResult(rules);
    }

    private sealed class Ended(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
