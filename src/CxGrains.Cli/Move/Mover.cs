using CxGrains.Abstractions.Moving;
using CxGrains.Cli.Import.Reporting;
using CxGrains.Embedded.Moving;

namespace CxGrains.Cli.Move;

/// <summary>Sends a directory part by part, shows how far it is, and says at the end what was moved.</summary>
internal sealed class Mover(EmbeddedArchive archive, string data, Uri url, string key, CliConsole console)
{
    private const string Unit = "customers";

    private readonly IImportView _view = console.IsTerminal ? new BarView(console.Error, Unit) : new PlainView(console.Error, console.Time, Unit);

    private readonly MoveTotals _totals = new();

    /// <summary>Moves the directory and gives the exit code.</summary>
    /// <exception cref="ServerException">The server refuses, or cannot be reached for as long as we have patience.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var began = console.Time.GetTimestamp();
        using var client = new MoveClient(archive.Source, url, key, console.Time, SayRetry);
        try
        {
            // Nothing but the question whether this cluster takes this directory.
            if (await client.SendAsync(new MoveBatch(), isLast: false, cancellationToken) == MoveState.Sealed)
            {
                await console.Out.WriteLineAsync($"{data} was moved to {url} before; nothing was changed");
                return ExitCode.Ok;
            }

            await _view.RunAsync(() => SendAsync(client, cancellationToken));
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is OperationCanceledException or ServerException)
        {
            _view.Say($"stopped: {_totals.Customers:N0} customers are there, and the cluster takes no interactions until the same command is run again to its end");
            return ExitCode.Interrupted;
        }

        _totals.Write(console.Out, $"Moved {data} to {url}", console.Time.GetElapsedTime(began));
        return ExitCode.Ok;
    }

    private async Task SendAsync(MoveClient client, CancellationToken cancellationToken)
    {
        var batch = new MoveBatch();
        foreach (var part in archive.Read())
        {
            var line = MoveJson.Write(part);
            if (batch.IsFullWith(line))
            {
                await client.SendAsync(batch, isLast: false, cancellationToken);
                Report(batch);
                batch = new MoveBatch();
            }

            batch.Add(part, line);
        }

        await client.SendAsync(batch, isLast: true, cancellationToken);
        Report(batch);
    }

    private void SayRetry(string why, TimeSpan wait, TimeSpan patience) =>
        _view.Say($"{why}; trying again in {wait.TotalSeconds:0.#} s, for {patience.TotalSeconds:0} s at most");

    private void Report(MoveBatch batch)
    {
        batch.Parts.ForEach(_totals.Count);
        _view.Report(_totals.Customers, 0, archive.Source.CustomersCount == 0 ? 1 : (double)_totals.Customers / archive.Source.CustomersCount);
    }
}
