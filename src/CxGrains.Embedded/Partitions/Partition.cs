using System.Collections.Concurrent;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.State;
using CxGrains.Embedded.Storage;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// The worker of one partition: one thread that folds the partition's records in the order of the log, answers queries between
/// two records, and checkpoints. All that the partition holds belongs to this thread.
/// </summary>
internal sealed partial class Partition : IDisposable
{
    private readonly PartitionContext _context;
    private readonly ILogger _logger;
    private readonly StateReader _reader;
    private readonly ConcurrentQueue<PartitionRecord> _records = new();
    private readonly ConcurrentQueue<Action<PartitionState>> _queries = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly HashSet<Position> _poisoned = [];
    private readonly List<QuarantinedRecord> _quarantine = [];
    private readonly Thread _thread;
    private PartitionState _state;
    private RecordFolder _folder;
    private Checkpointer _checkpointer;
    private DueScheduler _due;
    private long _foldedRow;
    private int _waitingQueries;
    private int _customersCount;
    private bool _mustRecover;
    private volatile bool _stopping;

    /// <summary>Loads the last checkpoint. <see cref="Start"/> lets the worker go.</summary>
    public Partition(int number, PartitionContext context, ILogger logger)
    {
        Number = number;
        _context = context;
        _logger = logger;
        _reader = context.State.OpenReader(number);
        _thread = new Thread(Run) { IsBackground = true, Name = $"partition {number}" };
        Load();
        _foldedRow = _state.Position.Row;
        _customersCount = _state.CustomersCount;
    }

    /// <summary>The partition's number.</summary>
    public int Number { get; }

    /// <summary>The row that the last checkpoint stands at, when loaded.</summary>
    public long LoadedRow => _state.Position.Row;

    /// <summary>Rows up to here need never be replayed for this partition.</summary>
    public long CommittedRow => _checkpointer.CommittedRow;

    /// <summary>Customers of all workspaces in this partition.</summary>
    public int CustomersCount => Volatile.Read(ref _customersCount);

    /// <summary>Why the partition cannot go on; null where it can.</summary>
    public string? Failure { get; private set; }

    /// <summary>Lets the worker go.</summary>
    public void Start() => _thread.Start();

    /// <summary>Hands over a record; called in the order of the log. Bounded by what the runtime admits before it appends.</summary>
    public void Post(PartitionRecord record)
    {
        _records.Enqueue(record);
        _wake.Set();
    }

    /// <summary>Asks the worker something between two records.</summary>
    /// <exception cref="BusyException">Too many are waiting.</exception>
    public Task<T> AskAsync<T>(Func<PartitionState, T> question)
    {
        if (Interlocked.Increment(ref _waitingQueries) > _context.Options.WaitingQueriesMax)
        {
            Interlocked.Decrement(ref _waitingQueries);
            throw new BusyException($"Partition {Number} has {_context.Options.WaitingQueriesMax} queries waiting, which is its limit", 1);
        }

        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Tell(state =>
        {
            Interlocked.Decrement(ref _waitingQueries);
            try
            {
                answer.SetResult(question(state));
            }
#pragma warning disable CA1031 // The one who asked hears of it, whatever it is; the worker goes on.
            catch (Exception error)
#pragma warning restore CA1031
            {
                answer.SetException(error);
            }
        });
        return answer.Task;
    }

    /// <summary>Completes when all records handed over so far are folded.</summary>
    public Task WaitUntilFoldedAsync()
    {
        var folded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new PartitionRecord(0, null, null, folded.SetResult));
        return folded.Task;
    }

    /// <summary>Looks after due customers, redefinitions and checkpoints; called a few times a second.</summary>
    /// <param name="handedOverRow">A row up to which everything was handed over before this call.</param>
    public void Tick(long handedOverRow) => Tell(_ =>
    {
        if (Failure is null)
        {
            _due.AppendDue();
            _due.AppendRedefinitions();
            _checkpointer.Tick(_records.IsEmpty ? Math.Max(handedOverRow, _foldedRow) : _foldedRow);
        }
    });

    /// <summary>
    /// Folds what waits, writes a last checkpoint and ends the worker. What the log still hands over afterwards is durable and
    /// waits for the next start.
    /// </summary>
    public void Stop()
    {
        _stopping = true;
        _wake.Set();
        if (!_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _thread.Join();
        }
    }

    /// <summary>Lets go of what a stopped partition holds; only once the log hands nothing over any more.</summary>
    public void Dispose()
    {
        _wake.Dispose();
        _reader.Dispose();
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_state), nameof(_folder), nameof(_checkpointer), nameof(_due))]
    private void Load()
    {
        var residentsMax = Math.Max(1, _context.Options.ResidentCustomersMax / _context.PartitionsCount);
        _state = new PartitionState(Number, _context.Names, _reader, residentsMax);
        PartitionLoader.Load(_state, _reader);
        var touched = new TouchedTopics(_context.Notices);
        _folder = new RecordFolder(_state, new PartitionFold(_state, _context.Surveys, touched), touched, _poisoned);
        _checkpointer = new Checkpointer(_state, _context, _quarantine, Tell, _logger);
        _due = new DueScheduler(_state, _context, Post);
    }

    private void Tell(Action<PartitionState> action)
    {
        _queries.Enqueue(action);
        _wake.Set();
    }

    private void Run()
    {
        while (true)
        {
            if (_queries.TryDequeue(out var query))
            {
                query(_state);
            }
            else if (_records.TryDequeue(out var record))
            {
                FoldUntilDone(record);
            }
            else if (_stopping)
            {
                break;
            }
            else
            {
                _wake.WaitOne();
            }
        }

        _checkpointer.Finish(_foldedRow);
    }

    private void FoldUntilDone(PartitionRecord record)
    {
        while (!TryFold(record))
        {
            if (_stopping && Failure is not null)
            {
                return;
            }
        }

        Failure = null;
        record.Folded?.Invoke();
        _checkpointer.WaitWhereBehind();
    }

    private bool TryFold(PartitionRecord record)
    {
        try
        {
            if (_mustRecover)
            {
                Recover();
            }

            Fold(record);
            _foldedRow = Math.Max(_foldedRow, record.Row);
            Volatile.Write(ref _customersCount, _state.CustomersCount);
            return true;
        }
        catch (StorageException error)
        {
            // The disk, not the record, is at fault: nothing may be skipped. Begin again from the checkpoint until it answers.
            Failure = error.Message;
            LogStorageFailed(error, Number);
            _wake.WaitOne(TimeSpan.FromSeconds(1));
        }
#pragma warning disable CA1031 // Whatever a fold throws, the record goes to quarantine and the worker goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Quarantine(error);
        }

        _mustRecover = true;
        return false;
    }

    // A fold that threw may have left its customer half changed: all that is in memory is dropped, and built anew from the
    // checkpoint and the log, which holds every row since.
    private void Recover()
    {
        _checkpointer.WaitForWriting();
        Load();
        using var log = new LogStore(_context.LogPath);
        foreach (var (row, bytes) in log.ReadBetween(_state.Position.Row, _foldedRow))
        {
            var content = LogRow.Decode(bytes);
            if (content.ConcernsPartition(Number))
            {
                Fold(RecordOf(row, content));
            }
        }

        _mustRecover = false;
    }

    private void Fold(PartitionRecord record)
    {
        if (record.Slice is { } slice)
        {
            var counted = _folder.Fold(record.Row, slice);
            _state.WorkspaceOf(slice.Workspace).Rate.Add(counted, slice.ReceivedMs);
            _checkpointer.CountFolded(slice.Lines.Count);
        }
        else if (record.Internal is { } row)
        {
            _folder.Fold(record.Row, row);
            _due.MarkFolded(row);
        }
    }

    private PartitionRecord RecordOf(long row, LogRow content)
    {
        if (content is not InteractionsRow interactions)
        {
            return new PartitionRecord(row, null, content, null);
        }

        var read = LogReplay.Read(interactions, _context.Names);
        var lines = Partitioner.Split(interactions.Workspace, read, _context.PartitionsCount)[Number];
        return new PartitionRecord(row, new InteractionSlice(interactions.Workspace, interactions.ReceivedMs, interactions.IsImport, read, lines), null, null);
    }

    private void Quarantine(Exception error)
    {
        var position = _folder.Current;
        LogQuarantined(error, position, Number);
        _poisoned.Add(position);
        using var log = new LogStore(_context.LogPath);
        foreach (var (_, bytes) in log.ReadBetween(position.Row - 1, position.Row))
        {
            if (LogRow.Decode(bytes) is InteractionsRow row)
            {
                _quarantine.Add(new QuarantinedRecord(position, row.Workspace, LogReplay.LineOf(row, position.Line), error.Message));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Record {Position} of partition {Partition} could not be folded and went to quarantine")]
    private partial void LogQuarantined(Exception error, Position position, int partition);

    [LoggerMessage(Level = LogLevel.Error, Message = "Partition {Partition} cannot read its state and tries again")]
    private partial void LogStorageFailed(Exception error, int partition);
}
