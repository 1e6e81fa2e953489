using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;
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
    private const int PartitionsMax = 3;

    private readonly Random _random;
    private readonly bool _withFaults;
    private readonly Faults _faults;
    private readonly SeededScheduler _scheduler;
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly NamePool _names = new();
    private readonly Workload _workload;
    private readonly SimulatedPartition[] _partitions;
    private readonly Func<IEntities, IEntities> _wrap;
    private readonly Func<IPartitionLog, IPartitionLog> _wrapLog;
    private readonly ClusterRuntimeOptions _options;
    private string? _violation;
    private bool _isEnding;
    private int _begun;
    private int _commits;

    /// <summary>The schedule of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="wrap">What a worker sees of its entities.</param>
    /// <param name="wrapLog">What a worker sees of the logs; null for nothing else than is there.</param>
    /// <param name="withFaults">Whether anything goes wrong.</param>
    public Schedule(int seed, Func<IEntities, IEntities> wrap, Func<IPartitionLog, IPartitionLog>? wrapLog, bool withFaults)
    {
        _random = new Random(seed);
        _wrap = wrap;
        _wrapLog = wrapLog ?? (log => log);
        _withFaults = withFaults;
        _faults = withFaults ? Faults.Of(_random) : Faults.None(_random);
        _scheduler = new SeededScheduler(_random);
        _partitions = new SimulatedPartition[_random.Next(1, PartitionsMax + 1)];
        _workload = new Workload(_random, _partitions.Length, withPoison: withFaults);
        _options = new ClusterRuntimeOptions { CommitRecordsMax = _random.Next(1, 15), CommitSeconds = _random.Next(1, 100_000) };
        for (var number = 0; number < _partitions.Length; number++)
        {
            _partitions[number] = new SimulatedPartition(number, _partitions.Length, _faults, _names, Check);
        }
    }

    /// <summary>How much of what is hard came to pass.</summary>
    public Coverage Coverage { get; } = new();

    // An old worker may be there until then: it must find out by itself. A row that was on its way is still to come.
    private bool HasEnded => _isEnding && Array.TrueForAll(_partitions, partition => partition.HasEnded);

    private IEnumerable<SimulatedWorker> Workers => _partitions.SelectMany(partition => partition.Workers);

    private long NowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Runs it; gives what is wrong, or null.</summary>
    public string? Run()
    {
        for (var step = 0; _violation is null && !HasEnded; step++)
        {
            if (step == StepsMax)
            {
                return $"It has not come to an end after {StepsMax} steps; {string.Join("; ", _partitions.Select(Describe))}";
            }

            if (!_isEnding && _workload.IsOver && (_faults.IsOver || _random.Next(300) == 0))
            {
                End();
            }

            Step();
        }

        TakeCoverage();
        return _violation ?? _partitions.Select(partition => partition.Checks.AtEnd(partition.Log.LastRow)).FirstOrDefault(wrong => wrong is not null)
            ?? Totals.Compare(Array.ConvertAll(_partitions, partition => partition.Reference));
    }

    private void TakeCoverage()
    {
        Array.ForEach(_partitions, partition => Coverage.Add(partition.Reference.Coverage));
        Coverage.Quarantined = _partitions.Sum(partition => partition.Store.Quarantined.Count);
        Coverage.Workers = _begun;
        Coverage.Commits = _commits;
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
            GoWrong(_partitions[_random.Next(_partitions.Length)]);
        }

        Array.ForEach(_partitions, Tend);
        if (!_scheduler.RunOne())
        {
            var workers = Workers.ToList();
            workers[_random.Next(workers.Count)].Waiting.EndNext();
        }
    }

    // Where nobody works somebody begins; where all there was is done, whatever came since is next.
    private void Tend(SimulatedPartition partition)
    {
        partition.Workers.RemoveAll(IsGone);
        if (_isEnding && !partition.HasEnded && partition.Workers.TrueForAll(worker => worker.HasFlushed))
        {
            _violation ??= partition.Flush();
        }

        if (partition.Workers.Count == 0)
        {
            Begin(partition);
        }
    }

    private void Append()
    {
        _time.Advance(_workload.NextGap());
        foreach (var (partition, row) in _workload.Next(NowMs))
        {
            _partitions[partition].Append(row);
        }
    }

    // To shortly after the instant at which somebody is due, so that what that means is news.
    private void PassTimeUntilDue()
    {
        var waitMs = _partitions.Min(partition => partition.Reference.NextDueMs) - NowMs;
        if (waitMs is > 0 and < WaitDaysMax * 86_400_000L)
        {
            _time.Advance(TimeSpan.FromMilliseconds(waitMs + _random.Next(3_000_000)));
        }
    }

    private void GoWrong(SimulatedPartition partition)
    {
        switch (_random.Next(8))
        {
            case 0:
                // A restart: at once, with everything in memory gone; or in order.
                partition.Workers.ForEach(worker => worker.Link.Cut());
                break;
            case 1:
                partition.Workers.ForEach(worker => worker.Worker.Stop());
                break;
            case 2 when partition.Workers.Count < WorkersMax:
                // The old one does not know that it was replaced; nor does its silo, maybe, that it was taken for dead.
                if (_faults.Toss())
                {
                    partition.Move();
                }

                Begin(partition);
                break;
            case 3:
                partition.LoseSilo();
                break;
            case > 3:
                partition.LoseSome(_random);
                break;
        }
    }

    private void End()
    {
        _isEnding = true;
        _faults.End();
        if (_withFaults && _random.Next(2) == 0)
        {
            Workers.ToList().ForEach(worker => worker.Link.Cut());
        }
        else
        {
            Array.ForEach(_partitions, partition => partition.Flush());
        }
    }

    private void Begin(SimulatedPartition partition)
    {
        var (link, waiting) = (partition.NewLink(), new SimulatedWaiting());
        var log = _wrapLog(new LogOfWorker(Array.ConvertAll(_partitions, any => any.Log), link, _random, _names));
        var context = new PartitionContext(
            partition.Number, _options, log, new SurveyCache(new FixedDefinitions()), _names, new Clock(_time), waiting, target => _partitions[target].Wake());
        var entities = _wrap(new EntitiesOfWorker(partition.Cluster, link, partition.Silo));
        _begun++;
        var worker = new PartitionWorker(context, entities, new StoreOfWorker(partition.Store, link), _ => Task.CompletedTask, NullLogger.Instance);
        partition.Workers.Add(new SimulatedWorker(worker, _scheduler.Start(worker.RunAsync), link, waiting, partition.Silo));
        if (_isEnding)
        {
            partition.Workers[^1].Flush(partition.Log.LastRow);
        }
    }

    private bool IsGone(SimulatedWorker worker)
    {
        _violation ??= worker.Failure is { } failure ? $"A worker ended with {failure}" : null;
        return !worker.IsAlive;
    }

    private void Check(SimulatedPartition partition, long committedRow)
    {
        _commits++;
        _violation ??= partition.Checks.AtCommit(committedRow) ?? Totals.CompareEffects(partition.Reference, committedRow, Array.ConvertAll(_partitions, any => any.Reference));
    }

    private static string Describe(SimulatedPartition partition) =>
        $"of {partition.Log.LastRow} rows of partition {partition.Number} {partition.Store.Head.CommittedRow} are committed; {string.Join("; ", partition.Workers.Select(worker => worker.Describe()))}";
}
