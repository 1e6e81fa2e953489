using System.Collections.Concurrent;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Log;
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
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeldFor = TimeSpan.FromMilliseconds(50);

    private readonly PartitionContext _context;
    private readonly ILogger _logger;
    private readonly StateReader _reader;
    private readonly ConcurrentQueue<PartitionRecord> _records = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly ManualResetEvent _stop = new(false);
    private readonly HashSet<Position> _poisoned = [];
    private readonly List<QuarantinedRecord> _quarantine = [];
    private readonly List<(Position Position, string Error)> _toQuarantine = [];
    private readonly PartitionQuestions _questions;
    private readonly OwedEffects _owed;
    private readonly Thread _thread;
    private PartitionState _state;
    private RecordFolder _folder;
    private Checkpointer _checkpointer;
    private DueScheduler _due;
    private long _foldedRow;
    private long _namedRow;
    private int _customersCount;
    private int _tickWaits;
    private string? _checkpointFailure;
    private bool _mustRecover;
    private volatile bool _stopping;

    /// <summary>Loads the last checkpoint. <see cref="Start"/> lets the worker go.</summary>
    public Partition(int number, PartitionContext context, ILogger logger)
    {
        Number = number;
        _context = context;
        _logger = logger;
        _reader = context.State.OpenReader(number);
        _questions = new PartitionQuestions(number, context.Options.WaitingQueriesMax, () => _wake.Set());
        _owed = new OwedEffects(number, context, settle => Post(new PartitionRecord(0, null, null, settle)));
        _thread = new Thread(Run) { IsBackground = true, Name = $"partition {number}" };
        Load();
        _foldedRow = _state.Position.Row;
        _customersCount = _state.CustomersCount;
        _namedRow = _state.NamedRow;
    }

    /// <summary>The partition's number.</summary>
    public int Number { get; }

    /// <summary>The row that the last checkpoint stands at, when loaded.</summary>
    public long LoadedRow => _state.Position.Row;

    /// <summary>Rows up to here need never be replayed for this partition.</summary>
    public long CommittedRow => _checkpointer.CommittedRow;

    /// <summary>The newest row of the log that is known to have named an erased customer.</summary>
    public long NamedRow => Interlocked.Read(ref _namedRow);

    /// <summary>Customers of all workspaces in this partition.</summary>
    public int CustomersCount => Volatile.Read(ref _customersCount);

    /// <summary>Why the partition cannot go on; null where it can.</summary>
    public string? Failure { get; private set; }

    /// <summary>Why its last checkpoint failed; null where it did not. Folding goes on, and the log keeps what is not saved.</summary>
    public string? CheckpointFailure => Volatile.Read(ref _checkpointFailure);

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
    public Task<T> AskAsync<T>(Func<PartitionState, T> question) => _questions.AskAsync(question);

    /// <summary>Completes when all records handed over so far are folded.</summary>
    public Task WaitUntilFoldedAsync()
    {
        var folded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(new PartitionRecord(0, null, null, folded.SetResult));

        // Behind a worker that has ended nothing is folded any more, and whoever waits for it would do so for ever.
        return _questions.HaveEnded ? Task.FromException(PartitionQuestions.Stopped()) : folded.Task;
    }

    /// <summary>Completes once the log holds what the partition owes others now; says whether it owed anything.</summary>
    public async Task<bool> WaitUntilPassedOnAsync() => await await AskAsync(_ => _owed.WaitUntilDurableAsync());

    /// <summary>Looks after due customers, redefinitions and checkpoints; called a few times a second.</summary>
    /// <param name="handedOverRow">A row up to which everything was handed over before this call.</param>
    public void Tick(long handedOverRow)
    {
        // One at a time: a worker that is held up must not find a heap of them.
        if (Interlocked.Exchange(ref _tickWaits, 1) == 1)
        {
            return;
        }

        _questions.Tell(new PartitionQuery(
            _ =>
            {
                Interlocked.Exchange(ref _tickWaits, 0);
                _owed.Append();
                _due.AppendDue();
                _due.AppendRedefinitions();
                _checkpointer.Tick(_records.IsEmpty ? Math.Max(handedOverRow, _foldedRow) : _foldedRow);
                Volatile.Write(ref _checkpointFailure, _checkpointer.Failure);
            },
            _ => Interlocked.Exchange(ref _tickWaits, 0)));
    }

    /// <summary>
    /// Folds what waits, writes a last checkpoint and ends the worker. What the log still hands over afterwards is durable and
    /// waits for the next start.
    /// </summary>
    public void Stop()
    {
        _stopping = true;
        _stop.Set();
        _wake.Set();
        if (!_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _thread.Join();
        }

        _questions.End();
    }

    /// <summary>Lets go of what a stopped partition holds; only once the log hands nothing over any more.</summary>
    public void Dispose()
    {
        _wake.Dispose();
        _stop.Dispose();
        _reader.Dispose();
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_state), nameof(_folder), nameof(_checkpointer), nameof(_due))]
    private void Load()
    {
        var residentsMax = Math.Max(1, _context.Options.ResidentCustomersMax / _context.PartitionsCount);
        _state = new PartitionState(Number, _context.Names, _reader, _context.Salt, residentsMax);
        PartitionLoader.Load(_state, _reader);
        _owed.Forget();
        var touched = new TouchedTopics(_context.Notices);
        _folder = new RecordFolder(_state, new PartitionFold(_state, _context.Surveys, _context.Outbox, touched, _owed.Add), touched, _poisoned, _quarantine, _logger);
        _checkpointer = new Checkpointer(_state, _context, _owed, _quarantine, _logger);
        _due = new DueScheduler(_state, _context, Post);
    }

    // A query, a record and a slice of a checkpoint in turn: however many ask, folding goes on, however much comes in, questions
    // are answered, and a checkpoint holds up neither.
    private void Run()
    {
        while (true)
        {
            var hasQuery = _questions.TryTake(out var query);
            if (hasQuery)
            {
                query.Run(_state);
            }

            // While the outbox takes no alert nothing is folded that may raise one; questions are answered all the same.
            var isHeld = _context.Outbox.IsFull;
            PartitionRecord record = default;
            var hasRecord = !isHeld && _records.TryDequeue(out record);
            if (hasRecord && !FoldUntilDone(record))
            {
                // Stopped while the state cannot be read: the log keeps this record and all behind it.
                return;
            }

            var hasSlice = _checkpointer.TakeSlice();
            if (!hasQuery && !hasRecord && !hasSlice)
            {
                if (_stopping && !_owed.IsOnItsWay)
                {
                    break;
                }

                _wake.WaitOne(isHeld ? HeldFor : Timeout.InfiniteTimeSpan);
            }
        }

        Finish();
    }

    private void Finish()
    {
        try
        {
            _checkpointer.Finish(_foldedRow);
        }
#pragma warning disable CA1031 // The log holds what could not be saved; the other partitions still save theirs.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotSaved(error, Number);
        }
    }

    private bool FoldUntilDone(PartitionRecord record)
    {
        while (!TryFold(record))
        {
            if (_stopping && Failure is not null)
            {
                return false;
            }
        }

        Failure = null;
        record.Folded?.Invoke();
        _checkpointer.WaitWhereBehind();
        return true;
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
            Interlocked.Exchange(ref _namedRow, _state.NamedRow);
            return true;
        }
#pragma warning disable CA1031 // Whatever goes wrong, nothing is skipped but a record that cannot be folded, and the worker goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (error is StorageException || _folder.Current == Position.None)
            {
                WaitForStorage(error);
            }
            else
            {
                LogQuarantined(error, _folder.Current, Number);
                _poisoned.Add(_folder.Current);
                _toQuarantine.Add((_folder.Current, error.Message));
            }
        }

        _mustRecover = true;
        return false;
    }

    // The disk, not the record, is at fault: the worker begins again from the checkpoint until it answers. Whoever asks hears so.
    private void WaitForStorage(Exception error)
    {
        Failure = error.Message;
        LogStorageFailed(error, Number);
        _questions.Fail(new StorageException($"Partition {Number} cannot read its state: {error.Message}"));
        _stop.WaitOne(RetryAfter);
    }

    // A fold that threw may have left its customer half changed: all that is in memory is dropped, and built anew from the
    // checkpoint and the log, which holds every row since.
    private void Recover()
    {
        _checkpointer.End();
        Load();
        using var log = new LogStore(_context.LogPath);
        foreach (var (row, bytes) in log.ReadBetween(_state.Position.Row - 1, _foldedRow))
        {
            var content = LogRow.Decode(bytes);
            if (content.ConcernsPartition(Number) && LoggedRecords.Of(row, content, Number, _context) is { } record)
            {
                Fold(record);
            }
        }

        foreach (var (position, error) in _toQuarantine)
        {
            _quarantine.AddRange(LoggedRecords.Refused(log, position, error));
        }

        _toQuarantine.Clear();
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The last checkpoint of partition {Partition} failed; the log keeps what it would have saved")]
    private partial void LogNotSaved(Exception error, int partition);

    [LoggerMessage(Level = LogLevel.Error, Message = "Record {Position} of partition {Partition} could not be folded and went to quarantine")]
    private partial void LogQuarantined(Exception error, Position position, int partition);

    [LoggerMessage(Level = LogLevel.Error, Message = "Partition {Partition} cannot read its state and tries again")]
    private partial void LogStorageFailed(Exception error, int partition);
}
