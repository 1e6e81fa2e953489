using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Audit;
using CxGrains.Embedded.Catalog;
using CxGrains.Embedded.Delivery;
using CxGrains.Embedded.Documents;
using CxGrains.Embedded.Live;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.Privacy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Embedded;

/// <summary>
/// The embedded runtime: opens the data directory, recovers, and takes interactions in. When <see cref="StartAsync"/> completes,
/// everything that was ever accepted has its effect in all views.
/// </summary>
internal sealed partial class EmbeddedRuntime : IIngest, IRuntimeHealth, IHostedService, IDisposable
{
    private const int UnsavedRetryAfterSeconds = 10;

    // Further ones are of rings and long chains, or of what others send meanwhile.
    private const int EffectHopsMax = 8;

    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(250);

    private readonly EmbeddedOptions _options;
    private readonly DefinitionCatalog _catalog;
    private readonly DocumentStore _documents;
    private readonly PayloadQuarantine _payloads;
    private readonly EmbeddedOutbox _outbox;
    private readonly EmbeddedAuditLog _audit;
    private readonly ISurveyLookup _surveys;
    private readonly LiveNotices _notices;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly NamePool _names;
    private readonly CustomersLimit _customers;
    private readonly LogBacklog _backlog;
    private readonly Admission _admission;
    private DataDirectory? _directory;
    private LogWriter? _writer;
    private Sweeper? _sweeper;
    private Partition[] _partitions = [];
    private readonly Lock _ticking = new();
    private ITimer? _ticker;
    private bool _isClosing;
    private long _handedOverRow;

    /// <summary>A runtime that is not started.</summary>
    public EmbeddedRuntime(
        IOptions<EmbeddedOptions> options,
        DefinitionCatalog catalog,
        DocumentStore documents,
        PayloadQuarantine payloads,
        EmbeddedOutbox outbox,
        EmbeddedAuditLog audit,
        ISurveyLookup surveys,
        LiveNotices notices,
        NamePool names,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        _options = options.Value;
        _catalog = catalog;
        _documents = documents;
        _payloads = payloads;
        _outbox = outbox;
        _audit = audit;
        _surveys = surveys;
        _notices = notices;
        _names = names;
        _customers = new CustomersLimit(_options.CustomersMax);
        _backlog = new LogBacklog(_options.UnsavedLogBytesMax);
        _admission = new Admission(_options);
        _time = time;
        _loggers = loggers;
        _logger = loggers.CreateLogger<EmbeddedRuntime>();
    }

    /// <inheritdoc/>
    public long BatchBytesMax => _options.WaitingBytesMax;

    /// <inheritdoc/>
    public string? NotReadyBecause =>
        _ticker is null
        ? "The runtime is not started"
        : _writer?.Failure ?? _outbox.Failure ?? _partitions.Select(partition => partition.Failure ?? partition.CheckpointFailure).FirstOrDefault(failure => failure is not null);

    /// <summary>The partitions.</summary>
    public IReadOnlyList<Partition> Partitions =>
        _partitions.Length > 0 ? _partitions : throw new InvalidOperationException("The runtime is not started.");

    /// <summary>The partition a customer lives in.</summary>
    public Partition PartitionOf(string workspace, string customer) =>
        Partitions[Partitioning.PartitionOf(workspace, customer, _partitions.Length)];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        _directory = DataDirectory.Open(_options.DataDirectory);
        var partitionsCount = (int)_directory.State.Setting("partitions", _options.PartitionsCount);
        CatalogStore.Create(_directory.Log.Database);
        _writer = new LogWriter(_directory.Log, _loggers.CreateLogger<LogWriter>());
        _catalog.Open(_directory.Log.Database, _writer, HandOverWhole);
        _documents.Open(_directory.Log.Database, _writer);
        _payloads.Open(_directory.Log.Database, _writer);
        _outbox.Open(_directory.OutboxPath);
        _audit.Open(_directory.AuditPath);
        var context = new PartitionContext(
            _options, partitionsCount, _directory.LogPath, _directory.State, _writer, _outbox, _surveys, _notices, _names, _time, number => Interlocked.Exchange(ref _handedOverRow, number), HandOverWhole, _directory.State.Salt());
        _sweeper = new Sweeper(_directory, _writer, _payloads, _documents, _outbox, _time, _loggers.CreateLogger<Sweeper>());
        var logger = _loggers.CreateLogger<Partition>();
        _partitions = [.. Enumerable.Range(0, partitionsCount).Select(number => new Partition(number, context, logger))];
        _directory.Log.ContinueAfter(_partitions.Max(partition => partition.LoadedRow));
        foreach (var partition in _partitions)
        {
            partition.Start();
        }

        var replayed = await ReplayAsync(cancellationToken);
        context.IsReplayed = true;
        await WaitUntilFoldedAsync(cancellationToken);
        _ticker = _time.CreateTimer(_ => Tick(), null, TickEvery, TickEvery);
        var elapsedMs = (long)_time.GetElapsedTime(started).TotalMilliseconds;
        LogStarted(partitionsCount, replayed, elapsedMs);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_ticker is not null)
        {
            await _ticker.DisposeAsync();
            _ticker = null;
        }

        await Task.Run(StopFolding, CancellationToken.None);
        if (_sweeper is { } sweeper)
        {
            _outbox.Commit(CommittedRow);
            await sweeper.FinishAsync(NamedRow, CommittedRow);
        }

        await Task.Run(Close, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask<string> AppendAsync(InteractionBatch batch, CancellationToken cancellationToken)
    {
        var (count, bytes) = (batch.Interactions.Count, batch.Lines.Length);
        ThrowIfUnsaved();
        await _customers.ThrowIfAnyIsNewAsync(Partitions, batch, cancellationToken);
        await _admission.AdmitAsync(count, bytes, cancellationToken);
        try
        {
            var slices = Partitioning.Split(batch.Workspace, batch.Interactions, Partitions.Count);
            var row = new InteractionsRow(batch.ReceivedMs, batch.Workspace, batch.IsImport, batch.LineLengths, batch.Lines);
            var request = _writer!.Enqueue(row, number => HandOver(number, row, batch.Interactions, slices));
            var number = await request.Done;
            return Position.At(number, count - 1).ToString();
        }
        catch
        {
            _admission.Release(count, bytes);
            throw;
        }
    }

    /// <summary>Appends a row that concerns some partition as a whole; done when it is durable and handed over.</summary>
    public Task AppendOwnAsync(LogRow row, CancellationToken cancellationToken) =>
        (_writer ?? throw new InvalidOperationException("The runtime is not started.")).Enqueue(row, number => HandOverWhole(number, row)).Done.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask WaitUntilAppliedAsync(string position, CancellationToken cancellationToken)
    {
        // What an append has told its caller is in the partitions' queues already; a mark behind it is all that is needed.
        Position.Parse(position);
        await WaitUntilFoldedAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ticker?.Dispose();
        Close();
    }

    // What is folded may mean something for a customer of another partition, which has to fold that as well.
    private async Task WaitUntilFoldedAsync(CancellationToken cancellationToken)
    {
        for (var hops = 0; hops < EffectHopsMax; hops++)
        {
            await Task.WhenAll(_partitions.Select(partition => partition.WaitUntilFoldedAsync())).WaitAsync(cancellationToken);
            var owed = await Task.WhenAll(_partitions.Select(partition => partition.WaitUntilPassedOnAsync())).WaitAsync(cancellationToken);
            if (!owed.Contains(true))
            {
                return;
            }
        }
    }

    private void StopFolding()
    {
        lock (_ticking)
        {
            _isClosing = true;
        }

        foreach (var partition in _partitions)
        {
            partition.Stop();
        }
    }

    private void Close()
    {
        StopFolding();

        // The writer goes before the partitions: until then it may hand over a row that one of them appended last.
        CutLog();
        _sweeper = null;
        _writer?.Dispose();
        _writer = null;
        foreach (var partition in _partitions)
        {
            partition.Dispose();
        }

        _outbox.Close();
        _audit.Close();
        _directory?.Dispose();
        _directory = null;
        _partitions = [];
    }

    // While checkpoints fail the log cannot be cut. It must not fill the disk, and a restart must not fold for hours.
    private void ThrowIfUnsaved()
    {
        if (_backlog.Bytes >= _options.UnsavedLogBytesMax)
        {
            var failure = _partitions.Select(partition => partition.CheckpointFailure).FirstOrDefault(failure => failure is not null);
            throw new UnavailableException(
                $"{_options.UnsavedLogBytesMax} bytes of accepted interactions are in no checkpoint yet, which is the limit (UnsavedLogBytesMax), so nothing was accepted; the last checkpoint {(failure is null ? "is not done" : "failed: " + failure)}",
                UnsavedRetryAfterSeconds);
        }
    }

    private void HandOver(long number, InteractionsRow row, IReadOnlyList<Domain.Interactions.Interaction> interactions, ArraySegment<int>[] slices)
    {
        var lengths = row.LineLengths;
        _backlog.Append(number, row.Lines.Length);
        for (var i = 0; i < slices.Length; i++)
        {
            var lines = slices[i];
            if (lines.Count > 0)
            {
                var slice = new InteractionSlice(row.Workspace, row.ReceivedMs, row.IsImport, interactions, lines);
                _partitions[i].Post(new PartitionRecord(number, slice, null, () => _admission.Release(lines.Count, lines.Sum(line => (long)lengths[line]))));
            }
        }

        Interlocked.Exchange(ref _handedOverRow, number);
    }

    private void HandOverWhole(long number, LogRow row)
    {
        foreach (var partition in _partitions)
        {
            if (row.ConcernsPartition(partition.Number))
            {
                partition.Post(new PartitionRecord(number, null, row, null));
            }
        }

        Interlocked.Exchange(ref _handedOverRow, number);
    }

    private async Task<long> ReplayAsync(CancellationToken cancellationToken)
    {
        // A connection of its own: the writer's thread owns the other.
        using var log = new LogStore(_directory!.LogPath);
        var replayed = 0L;
        var afterRow = _partitions.Min(partition => partition.LoadedRow) - 1;
        await foreach (var (number, content, interactions) in LogTail.ReadAfterAsync(log, afterRow, _names, cancellationToken))
        {
            if (content is InteractionsRow row)
            {
                _admission.Count(interactions.Count, row.Lines.Length);
                HandOver(number, row, interactions, Partitioning.Split(row.Workspace, interactions, _partitions.Length));
                replayed += interactions.Count;
            }
            else
            {
                HandOverWhole(number, content);
            }

            await _admission.WaitForRoomAsync(cancellationToken);
        }

        await Task.WhenAll(_partitions.Select(partition => partition.WaitUntilFoldedAsync())).WaitAsync(cancellationToken);
        return replayed;
    }

    // A timer that is disposed of may still be running: it must not meet partitions that are gone.
    private void Tick()
    {
        lock (_ticking)
        {
            if (_isClosing)
            {
                return;
            }

            var handedOverRow = Interlocked.Read(ref _handedOverRow);
            foreach (var partition in _partitions)
            {
                partition.Tick(handedOverRow);
            }

            CutLog();
            _sweeper?.Tick(NamedRow, CommittedRow);
        }
    }

    private long NamedRow => _partitions.Select(partition => partition.NamedRow).DefaultIfEmpty().Max();

    private long CommittedRow => _partitions.Select(partition => partition.CommittedRow).DefaultIfEmpty().Min();

    private void CutLog()
    {
        if (CommittedRow is > 0 and var row)
        {
            _backlog.Commit(row);
            _outbox.Commit(row);
            var keptHours = TimeSpan.FromHours(_options.LogRetentionHours);
            _writer?.CutUpTo(row, (_time.GetUtcNow() - keptHours).ToUnixTimeMilliseconds());
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Started {Partitions} partitions; replayed {Interactions} interactions from the log; ready after {ElapsedMs} ms")]
    private partial void LogStarted(int partitions, long interactions, long elapsedMs);
}
