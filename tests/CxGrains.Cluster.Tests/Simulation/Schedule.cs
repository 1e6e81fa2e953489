using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Cluster.Tests.Simulation.World;
using CxGrains.Conformance.Runtimes;
using CxGrains.Domain;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>
/// One schedule: a workload, workers over it, and what goes wrong on the way, all drawn from one seed. When the faults are over a last
/// worker works to the end, or those that are there do; what is stored must then be what the reference says, and at every commit on the way.
/// </summary>
internal sealed class Schedule
{
    private const int StepsMax = 100_000;
    private const int WaitDaysMax = 100;
    private const int WorkersMax = 2;

    private readonly Random _random;
    private readonly bool _withFaults;
    private readonly Faults _faults;
    private readonly SeededScheduler _scheduler;
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly NamePool _names = new();
    private readonly Workload _workload;
    private readonly SequentialFold _reference;
    private readonly SimulatedLog _log;
    private readonly SimulatedStore _store;
    private readonly SimulatedCluster _cluster;
    private readonly Checks _checks;
    private readonly Func<IEntities, IEntities> _wrap;
    private readonly ClusterRuntimeOptions _options;
    private readonly List<SimulatedWorker> _workers = [];
    private string? _violation;
    private bool _isEnding;
    private int _begun;
    private int _silo;

    /// <summary>The schedule of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="wrap">What a worker sees of its entities.</param>
    /// <param name="withFaults">Whether anything goes wrong.</param>
    public Schedule(int seed, Func<IEntities, IEntities> wrap, bool withFaults = true)
    {
        _random = new Random(seed);
        _wrap = wrap;
        _withFaults = withFaults;
        _faults = withFaults ? Faults.Of(_random) : Faults.None(_random);
        _scheduler = new SeededScheduler(_random);
        _workload = new Workload(_random, withPoison: withFaults);
        _options = new ClusterRuntimeOptions { CommitRecordsMax = _random.Next(1, 15), CommitSeconds = _random.Next(1, 100_000) };
        _reference = new SequentialFold(_names);
        _log = new SimulatedLog(_reference.Fold);
        _cluster = new SimulatedCluster(_faults, _names);
        _store = new SimulatedStore(head => Check(head.CommittedRow));
        _checks = new Checks(_reference, _cluster, _store);
    }

    /// <summary>How much of what is hard came to pass.</summary>
    public Coverage Coverage => _reference.Coverage;

    // An old worker may be there until then: it must find out by itself. A row that was on its way is still to come.
    private bool HasEnded =>
        _isEnding && _workers.Count > 0 && _workers.TrueForAll(worker => worker.IsAlive && worker.HasFlushed) && _store.Head.CommittedRow == _log.LastRow;

    private long NowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Runs it; gives what is wrong, or null.</summary>
    public string? Run()
    {
        for (var step = 0; _violation is null && !HasEnded; step++)
        {
            if (step == StepsMax)
            {
                return $"It has not come to an end after {StepsMax} steps, of {_log.LastRow} rows {_store.Head.CommittedRow} are committed; {string.Join("; ", _workers.Select(worker => worker.Describe()))}";
            }

            if (!_isEnding && _workload.IsOver && (_faults.IsOver || _random.Next(300) == 0))
            {
                End();
            }

            Step();
        }

        Coverage.Quarantined = _store.Quarantined.Count;
        Coverage.Workers = _begun;
        return _violation ?? _checks.AtEnd(_log.LastRow);
    }

    private void Step()
    {
        if (!_workload.IsOver && _random.Next(20) == 0)
        {
            Append();
        }

        if (!_isEnding && _random.Next(40) == 0)
        {
            PassTimeUntilDue();
        }

        if (_faults.DrawForStep())
        {
            GoWrong();
        }

        _workers.RemoveAll(IsGone);
        if (_isEnding && _workers.TrueForAll(worker => worker.HasFlushed))
        {
            _workers.ForEach(FlushAgain);
        }

        if (_workers.Count == 0)
        {
            Begin();
        }

        if (!_scheduler.RunOne())
        {
            _workers[_random.Next(_workers.Count)].Waiting.EndNext();
        }
    }

    private void Append()
    {
        _time.Advance(_workload.NextGap());
        _log.Append(_workload.Next(NowMs));
        _workers.ForEach(worker => worker.Worker.Wake());
    }

    // To shortly after the instant at which somebody is due, so that what that means is news.
    private void PassTimeUntilDue()
    {
        var waitMs = _reference.NextDueMs - NowMs;
        if (waitMs is > 0 and < WaitDaysMax * 86_400_000L)
        {
            _time.Advance(TimeSpan.FromMilliseconds(waitMs + _random.Next(3_000_000)));
        }
    }

    private void GoWrong()
    {
        switch (_random.Next(8))
        {
            case 0:
                // A restart: at once, with everything in memory gone; or in order.
                _workers.ForEach(worker => worker.Link.Cut());
                break;
            case 1:
                _workers.ForEach(worker => worker.Worker.Stop());
                break;
            case 2 when _workers.Count < WorkersMax:
                // The old one does not know that it was replaced; nor does its silo, maybe, that it was taken for dead.
                if (_faults.Toss())
                {
                    _silo = 1 - _silo;
                    _cluster.Lose(_silo);
                }

                Begin();
                break;
            case 3:
                _cluster.Lose(_silo);
                break;
            case > 3 when _cluster.All.Count > 0:
                _cluster.All[_random.Next(_cluster.All.Count)].Lose(_silo);
                break;
        }
    }

    private void End()
    {
        _isEnding = true;
        _faults.End();
        if (_withFaults && _random.Next(2) == 0)
        {
            _workers.ForEach(worker => worker.Link.Cut());
        }
        else
        {
            _workers.ForEach(worker => worker.Flush(_log.LastRow));
        }
    }

    private void Begin()
    {
        var link = new Link(_faults);
        var waiting = new SimulatedWaiting();
        var context = new PartitionContext(
            0, _options, new LogOfWorker(_log, link, _random, _names), new SurveyCache(new FixedDefinitions()), _names, new Clock(_time), waiting, _ => { });
        var entities = _wrap(new EntitiesOfWorker(_cluster, link, _silo));
        _begun++;
        var worker = new PartitionWorker(context, entities, new StoreOfWorker(_store, link), _ => Task.CompletedTask, NullLogger.Instance);
        _workers.Add(new SimulatedWorker(worker, _scheduler.Start(worker.RunAsync), link, waiting, _silo));
        if (_isEnding)
        {
            _workers[^1].Flush(_log.LastRow);
        }
    }

    private void FlushAgain(SimulatedWorker worker)
    {
        _violation ??= _store.Head.CommittedRow < worker.FlushedRow ? $"Row {worker.FlushedRow} was flushed, and {_store.Head.CommittedRow} is committed" : null;
        worker.Flush(_log.LastRow);
    }

    private bool IsGone(SimulatedWorker worker)
    {
        _violation ??= worker.Failure is { } failure ? $"A worker ended with {failure}" : null;
        return !worker.IsAlive;
    }

    private void Check(long committedRow)
    {
        Coverage.Commits++;
        _violation ??= _checks.AtCommit(committedRow);
    }
}
