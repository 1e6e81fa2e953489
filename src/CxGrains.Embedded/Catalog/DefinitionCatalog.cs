using System.Collections.Concurrent;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Log;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Catalog;

/// <summary>Workspaces, keys and definitions, all in memory and durable in the log's file. One change at a time.</summary>
#pragma warning disable CA1001 // A semaphore that is disposed of forgets those who wait, for good; it holds nothing that must be released.
internal sealed class DefinitionCatalog : IDefinitions, IKeys, ISurveyLookup
#pragma warning restore CA1001
{
    /// <summary>Workspaces of one installation.</summary>
    public const int WorkspacesMax = 1_000;

    /// <summary>Keys of one installation.</summary>
    public const int KeysMax = 10_000;

    private readonly ConcurrentDictionary<string, WorkspaceRecord> _workspaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KeyRecord> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkspaceDefinitions> _definitions = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _owner = new(1);
    private readonly TimeProvider _time;
    private LogWriter? _writer;
    private Action<long, LogRow>? _defined;

    /// <summary>An empty catalog, until it is opened.</summary>
    public DefinitionCatalog(TimeProvider time) => _time = time;

    /// <inheritdoc/>
    public bool Any => !_keys.IsEmpty;

    /// <summary>Reads what is stored, and writes through a writer from now on.</summary>
    /// <param name="database">The log's file.</param>
    /// <param name="writer">Its writer.</param>
    /// <param name="defined">Called with each durable row that the partitions must know, in the order of the log.</param>
    public void Open(Database database, LogWriter writer, Action<long, LogRow> defined)
    {
        _writer = writer;
        _defined = defined;
        foreach (var workspace in CatalogStore.ReadWorkspaces(database))
        {
            _workspaces[workspace.Id] = workspace;
        }

        foreach (var key in CatalogStore.ReadKeys(database))
        {
            _keys[key.Hash] = key;
        }

        foreach (var (workspace, survey) in CatalogStore.ReadSurveys(database))
        {
            Put(workspace, survey);
        }

        foreach (var (workspace, segment) in CatalogStore.ReadSegments(database))
        {
            Put(workspace, segment);
        }

        foreach (var (workspace, settings) in CatalogStore.ReadSettings(database))
        {
            Put(workspace, settings);
        }

        foreach (var (workspace, rules) in CatalogStore.ReadAlertRules(database))
        {
            Put(workspace, rules);
        }

        foreach (var (workspace, model) in CatalogStore.ReadModels(database))
        {
            Put(workspace, model);
        }

        foreach (var (workspace, buying) in CatalogStore.ReadBuying(database))
        {
            Put(workspace, buying);
        }
    }

    /// <inheritdoc/>
    public ValueTask<WorkspaceDefinitions> OfAsync(string workspace, CancellationToken cancellationToken) => ValueTask.FromResult(Of(workspace));

    /// <summary>The current definitions of a workspace; empty where the workspace has none.</summary>
    public WorkspaceDefinitions Of(string workspace) => _definitions.GetValueOrDefault(workspace, WorkspaceDefinitions.Empty);

    /// <inheritdoc/>
    public SurveyDefinition? Find(string workspace, string survey) => Of(workspace).Surveys.GetValueOrDefault(survey);

    /// <inheritdoc/>
    public KeyRecord? Find(string hash) => _keys.GetValueOrDefault(hash);

    /// <inheritdoc/>
    IReadOnlyList<KeyRecord> IKeys.Of(string workspace) => KeysOf(workspace);

    /// <inheritdoc/>
    public WorkspaceRecord? FindWorkspace(string id) => _workspaces.GetValueOrDefault(id);

    /// <inheritdoc/>
    public async ValueTask CreateWorkspaceAsync(WorkspaceRecord workspace, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        if (_workspaces.ContainsKey(workspace.Id))
        {
            throw new ConflictException($"Workspace '{workspace.Id}' exists already");
        }

        DefinitionRules.ThrowIfFull("id", _workspaces.Count, WorkspacesMax, "workspaces");
        await WriteAsync(null, database => CatalogStore.Write(database, workspace));
        _workspaces[workspace.Id] = workspace;
    }

    /// <inheritdoc/>
    public async ValueTask AddKeyAsync(KeyRecord key, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        if (!_workspaces.ContainsKey(key.Workspace))
        {
            throw new InvalidFieldException("workspace", $"'{key.Workspace}' does not exist");
        }

        DefinitionRules.ThrowIfFull("name", _keys.Count, KeysMax, "keys");
        await WriteAsync(null, database => CatalogStore.Write(database, key));
        _keys[key.Hash] = key;
    }

    /// <inheritdoc/>
    public async ValueTask RemoveKeyAsync(KeyRecord key, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        LastAdminKey.ThrowIfRemoving(key, KeysOf(key.Workspace));
        await WriteAsync(null, database => CatalogStore.Remove(database, key));
        _keys.TryRemove(key.Hash, out _);
    }

    /// <inheritdoc/>
    public ValueTask<SurveyDefinition> DefineSurveyAsync(string workspace, SurveyDefinition survey, int? expectedVersion, CancellationToken cancellationToken) =>
        ChangeSurveyAsync(workspace, survey, mayChange: true, expectedVersion, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SurveyDefinition> EnsureSurveyAsync(string workspace, SurveyDefinition survey, CancellationToken cancellationToken) =>
        Find(workspace, survey.Id) is { } known ? ValueTask.FromResult(known) : ChangeSurveyAsync(workspace, survey, mayChange: false, null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<SegmentDefinition> DefineSegmentAsync(
        string workspace, string id, string name, SegmentRule rule, int? expectedVersion, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        var now = Of(workspace);
        var segment = DefinitionRules.Segment(now, id, name, rule, expectedVersion);
        if (ReferenceEquals(segment, now.Segments.GetValueOrDefault(id)))
        {
            return segment;
        }

        var row = new SegmentRow(_time.GetUtcNow().ToUnixTimeMilliseconds(), workspace, SegmentJson.Write(segment));
        await WriteAsync(row, database => CatalogStore.Write(database, workspace, segment));
        Put(workspace, segment);
        return segment;
    }

    /// <inheritdoc/>
    public async ValueTask<WorkspaceSettings> DecideSettingsAsync(string workspace, WorkspaceSettings settings, int? expectedVersion, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        var now = Of(workspace);
        var decided = DefinitionRules.Settings(now, settings, expectedVersion);
        if (ReferenceEquals(decided, now.Settings))
        {
            return decided;
        }

        var row = new SettingsRow(_time.GetUtcNow().ToUnixTimeMilliseconds(), workspace, decided.ToStored());
        await WriteAsync(row, database => CatalogStore.Write(database, workspace, decided));
        Put(workspace, decided);
        return decided;
    }

    /// <inheritdoc/>
    public ValueTask<AlertRules> DefineAlertRuleAsync(string workspace, AlertRule rule, int? expectedVersion, CancellationToken cancellationToken) =>
        ChangeAlertRulesAsync(workspace, now => DefinitionRules.AlertRule(now, rule, expectedVersion), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AlertRules> DeleteAlertRuleAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken) =>
        ChangeAlertRulesAsync(workspace, now => DefinitionRules.WithoutAlertRule(now, id, expectedVersion), cancellationToken);

    /// <summary>Publishes a churn model; one whose version is not above that of the last changes nothing.</summary>
    public async ValueTask PublishAsync(string workspace, PublishedModel model, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        if (model.Version > Of(workspace).Published.Version)
        {
            var bytes = model.ToBytes();
            var row = new ModelRow(_time.GetUtcNow().ToUnixTimeMilliseconds(), workspace, bytes);
            await WriteAsync(row, database => CatalogStore.Write(database, workspace, bytes));
            Put(workspace, model);
        }
    }

    /// <summary>Publishes how customers buy. Only views ask for it, so that no partition is told.</summary>
    public async ValueTask PublishAsync(string workspace, BuyingModel model, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        await WriteAsync(null, database => CatalogStore.Write(database, workspace, model));
        Put(workspace, model);
    }

    private async ValueTask<SurveyDefinition> ChangeSurveyAsync(
        string workspace, SurveyDefinition survey, bool mayChange, int? expectedVersion, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        var now = Of(workspace);
        var defined = DefinitionRules.Survey(now, survey, mayChange, expectedVersion);
        if (ReferenceEquals(defined, now.Surveys.GetValueOrDefault(survey.Id)))
        {
            return defined;
        }

        await WriteAsync(null, database => CatalogStore.Write(database, workspace, defined));
        Put(workspace, defined);
        return defined;
    }

    private async ValueTask<AlertRules> ChangeAlertRulesAsync(string workspace, Func<WorkspaceDefinitions, AlertRules> change, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        var now = Of(workspace);
        var rules = change(now);
        if (!ReferenceEquals(rules, now.Alerts))
        {
            var row = new AlertRulesRow(_time.GetUtcNow().ToUnixTimeMilliseconds(), workspace, rules.ToStored());
            await WriteAsync(row, database => CatalogStore.Write(database, workspace, rules));
            Put(workspace, rules);
        }

        return rules;
    }

    // One change at a time, until what is given here is disposed of.
    private async ValueTask<Turn> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _owner.WaitAsync(cancellationToken);
        return new Turn(_owner);
    }

    private async Task WriteAsync(LogRow? row, Action<Database> change)
    {
        var writer = _writer ?? throw new InvalidOperationException("The runtime is not started.");
        var length = 0;
        var bytes = row?.Encode(out length);
        var request = new LogRequest
        {
            Row = row,
            Bytes = bytes,
            Length = length,
            Change = change,
            Committed = number =>
            {
                if (row is not null)
                {
                    _defined!(number, row);
                }
            },
        };
        writer.Enqueue(request);
        await request.Done;
    }

    private List<KeyRecord> KeysOf(string workspace) => [.. _keys.Values.Where(key => key.Workspace == workspace)];

    private void Put(string workspace, SurveyDefinition survey) =>
        _definitions[workspace] = Of(workspace) with { Surveys = Of(workspace).Surveys.SetItem(survey.Id, survey) };

    private void Put(string workspace, SegmentDefinition segment) =>
        _definitions[workspace] = Of(workspace) with { Segments = Of(workspace).Segments.SetItem(segment.Id, segment) };

    private void Put(string workspace, WorkspaceSettings settings) => _definitions[workspace] = Of(workspace) with { Settings = settings };

    private void Put(string workspace, AlertRules rules) => _definitions[workspace] = Of(workspace) with { Alerts = rules };

    private void Put(string workspace, BuyingModel model) => _definitions[workspace] = Of(workspace) with { Buying = model };

    private void Put(string workspace, PublishedModel model) => _definitions[workspace] = Of(workspace) with { Published = model };

    private readonly struct Turn(SemaphoreSlim owner) : IDisposable
    {
        public void Dispose() => owner.Release();
    }
}
