using System.Threading.Channels;

namespace CxGrains.Cli.Import.Sending;

/// <summary>Sends batches several at a time and hands over their receipts in the order of the file. Holds a bounded number of batches.</summary>
/// <param name="send">Sends one batch.</param>
/// <param name="parallel">Requests on the way at once.</param>
internal sealed class SendPipeline(Func<Batch, CancellationToken, Task<Receipt>> send, int parallel)
{
    // Batches that are answered and wait for an earlier one, as a multiple of those on the way.
    private const int WindowFactor = 4;

    /// <summary>Sends all batches; ends with the first failure, when nothing is on the way any more.</summary>
    /// <param name="batches">The batches, read on another thread.</param>
    /// <param name="confirm">Takes each batch with its receipt, one at a time.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RunAsync(IEnumerable<Batch> batches, Action<Batch, Receipt> confirm, CancellationToken cancellationToken)
    {
        var sendings = Channel.CreateBounded<Sending>(parallel * WindowFactor);
        using var slots = new SemaphoreSlim(parallel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var producing = Task.Run(() => ProduceAsync(batches, sendings.Writer, slots, halt, stop.Token), CancellationToken.None);
        var isBroken = false;
        try
        {
            await foreach (var sending in sendings.Reader.ReadAllAsync(cancellationToken))
            {
                isBroken = true;
                confirm(sending.Batch, await sending.Receipt);
                isBroken = false;
            }

            await producing;
        }
        finally
        {
            // After a failure nothing may be on the way when the caller is told, and draining frees a producer that waits for room.
            // What was answered in an unbroken row still counts: after Ctrl+C less is sent again.
            await stop.CancelAsync();
            await foreach (var left in sendings.Reader.ReadAllAsync(CancellationToken.None))
            {
                await ((Task)left.Receipt).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                isBroken |= !left.Receipt.IsCompletedSuccessfully;
                if (!isBroken)
                {
                    confirm(left.Batch, await left.Receipt);
                }
            }

            await producing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What is on the way when a batch fails may arrive, and is cancelled by the other token only; what is not, stays.
    private async Task ProduceAsync(
        IEnumerable<Batch> batches,
        ChannelWriter<Sending> sendings,
        SemaphoreSlim slots,
        CancellationTokenSource halt,
        CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in batches)
            {
                await slots.WaitAsync(halt.Token);

                // A slot that comes free just after the token was cancelled is given out all the same.
                halt.Token.ThrowIfCancellationRequested();
                var sending = new Sending(batch, SendAsync(batch, slots, halt, cancellationToken));
                await sendings.WriteAsync(sending, CancellationToken.None);
            }
        }
        finally
        {
            sendings.Complete();
        }
    }

    private async Task<Receipt> SendAsync(Batch batch, SemaphoreSlim slots, CancellationTokenSource halt, CancellationToken cancellationToken)
    {
        try
        {
            return await send(batch, cancellationToken);
        }
        catch
        {
            await halt.CancelAsync();
            throw;
        }
        finally
        {
            slots.Release();
        }
    }

    private sealed record Sending(Batch Batch, Task<Receipt> Receipt);
}
