using System.Threading.Channels;
using Npgsql;

namespace CxGrains.Cluster.Storage;

/// <summary>
/// Writes customers' states: all that wait in one statement, so that a commit of a partition takes some round trips and not one a
/// customer. What waits is bounded by who waits for it: a partition lets <see cref="Partitions.Commit.SavesAtOnceMax"/> save at once.
/// </summary>
/// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
internal sealed class CustomerStateWriter(NpgsqlDataSource database)
{
    /// <summary>States in one statement.</summary>
    public const int StatesMax = 512;

    /// <summary>Bytes in one statement, its first state excepted.</summary>
    public const int BytesMax = 4 * 1024 * 1024;

    private readonly Channel<StateWrite> _waiting = Channel.CreateUnbounded<StateWrite>();
    private int _isWriting;

    /// <summary>Writes a state; false where another version is stored than the one it replaces, or it would be the first and is from before an erase.</summary>
    public Task<bool> WriteAsync(StateWrite write)
    {
        _waiting.Writer.TryWrite(write);
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
        {
            _ = Task.Run(WriteWaitingAsync);
        }

        return write.Done;
    }

    private async Task WriteWaitingAsync()
    {
        do
        {
            var batch = new Dictionary<string, StateWrite>(StringComparer.Ordinal);
            while (TryTake(batch))
            {
                await WriteAsync(batch);
                batch.Clear();
            }

            Volatile.Write(ref _isWriting, 0);
        }
        while (_waiting.Reader.TryPeek(out _) && Interlocked.Exchange(ref _isWriting, 1) == 0);
    }

    // One write a customer: two of one statement could not tell which of them came first.
    private bool TryTake(Dictionary<string, StateWrite> batch)
    {
        var bytes = 0L;
        while (batch.Count < StatesMax
            && _waiting.Reader.TryPeek(out var next)
            && (batch.Count == 0 || bytes + next.State.Length <= BytesMax)
            && batch.TryAdd(next.Key, next))
        {
            _waiting.Reader.TryRead(out _);
            bytes += next.State.Length;
        }

        return batch.Count > 0;
    }

    private async Task WriteAsync(Dictionary<string, StateWrite> batch)
    {
        try
        {
            await using var command = database.CreateCommand("SELECT cx_write_customer_states($1, $2, $3, $4, $5)");
            command.Parameters.Add(new() { Value = (string[])[.. batch.Keys] });
            command.Parameters.Add(new() { Value = (int[])[.. batch.Values.Select(write => write.ReadVersion)] });
            command.Parameters.Add(new() { Value = (byte[][])[.. batch.Values.Select(write => write.State)] });
            command.Parameters.Add(new() { Value = (byte[][])[.. batch.Values.Select(write => write.Mark)] });
            command.Parameters.Add(new() { Value = (long[])[.. batch.Values.Select(write => write.Position)] });
            var written = new HashSet<string>(batch.Count, StringComparer.Ordinal);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                written.Add(reader.GetString(0));
            }

            await reader.CloseAsync();
            foreach (var write in batch.Values)
            {
                write.Complete(written.Contains(write.Key));
            }
        }
#pragma warning disable CA1031 // Whatever fails, those who wait must hear of it, and the next are written all the same.
        catch (Exception error)
#pragma warning restore CA1031
        {
            foreach (var write in batch.Values)
            {
                write.Fail(error);
            }
        }
    }
}
