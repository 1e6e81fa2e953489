using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Effects of one run's records on customers of other partitions, or of this one, until the logs hold them. Each log gets them in the
/// order of their causes, a row at a time and none before the one before it is durable: the other side takes each once by knowing the
/// highest cause it took. What is appended twice, after a failure or by another run, stands behind its first time and changes nothing.
/// </summary>
internal sealed class OwedEffects(PartitionContext context, PartitionHead head)
{
    /// <summary>Bytes of effects in one row, its last one excepted: a hub takes less than 1 MiB at once.</summary>
    public const int RowBytesMax = 256 * 1024;

    private const int AttemptsMax = 8;

    private static readonly TimeSpan RetryMin = TimeSpan.FromMilliseconds(50);

    private readonly SortedDictionary<int, List<OwedEffect>> _waiting = [];
    private bool _hasEnded;

    /// <summary>Completes when what is being appended is durable, and fails when that could not be done.</summary>
    public Task UnderWay { get; private set; } = Task.CompletedTask;

    /// <summary>Takes an effect, to be appended with the others of its step.</summary>
    /// <param name="cause">The record that was folded; each stands behind the last.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="effect">What it has to bring about.</param>
    public void Add(Position cause, string workspace, Effect effect)
    {
        foreach (var part in effect.SplitBy(PartitionOf))
        {
            var target = PartitionOf(part.Customer);
            if (!_waiting.TryGetValue(target, out var owed))
            {
                _waiting.Add(target, owed = []);
            }

            owed.Add(OwedEffect.Of(cause, workspace, part));
        }

        int PartitionOf(string customer) => Partitioning.PartitionOf(workspace, customer, context.Log.PartitionsCount);
    }

    /// <summary>Begins to append what waits, as soon as what was begun before is durable. The next step may be folded meanwhile.</summary>
    public async Task AppendAsync()
    {
        if (_waiting.Count > 0)
        {
            await UnderWay;
            UnderWay = Task.WhenAll(_waiting.Select(pair => AppendAsync(pair.Key, pair.Value)).ToList());
            _waiting.Clear();
        }
    }

    /// <summary>Ends with the run: what failed is not tried again, since the next run owes it anew.</summary>
    public async Task EndAsync()
    {
        _hasEnded = true;
        await UnderWay.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AppendAsync(int target, List<OwedEffect> owed)
    {
        for (var from = 0; from < owed.Count;)
        {
            var count = CountOfRow(owed, from);
            var row = new EffectsRow(context.Clock.NowMs, target, context.Partition, owed.GetRange(from, count));
            head.NoteEffectRow(target, await AppendAsync(new LogAppend(target, row, 0)));
            from += count;
        }

        context.WakePartition(target);
    }

    private static int CountOfRow(List<OwedEffect> owed, int from)
    {
        var (count, bytes) = (0, 0);
        while (from + count < owed.Count && count < EffectsRow.EffectsMax && bytes < RowBytesMax)
        {
            bytes += owed[from + count].Bytes.Length;
            count++;
        }

        return count;
    }

    private async Task<long> AppendAsync(LogAppend append)
    {
        var retry = RetryMin;
        for (var attempt = 1; ; attempt++, retry *= 2)
        {
            try
            {
                return (await context.Log.AppendAsync([append]))[0];
            }
            catch (Exception) when (attempt < AttemptsMax && !_hasEnded)
            {
                // A log that is busy for a moment is no reason to fold again all that is not committed.
                await Task.Delay(retry, context.Waiting);
            }
        }
    }
}
