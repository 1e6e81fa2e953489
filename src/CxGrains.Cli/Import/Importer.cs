using CxGrains.Cli.Import.Files;
using CxGrains.Cli.Import.Reporting;
using CxGrains.Cli.Import.Resuming;
using CxGrains.Cli.Import.Sending;

namespace CxGrains.Cli.Import;

/// <summary>Sends one file, and goes on where an earlier run of the same job stopped.</summary>
/// <param name="options">What to do.</param>
/// <param name="console">Whom to tell.</param>
internal sealed class Importer(ImportOptions options, CliConsole console)
{
    private readonly IImportView _view = console.IsTerminal ? new BarView(console.Error) : new PlainView(console.Error, console.Time);

    /// <summary>Sends the file and gives the exit code.</summary>
    /// <exception cref="CliException">The options do not fit the file, or the server cannot be reached or refuses.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var began = console.Time.GetTimestamp();
        await using var file = SourceOpener.OpenFile(options.File);
        var contentHash = await JobHash.OfContentAsync(file, cancellationToken);
        file.Position = 0;
        using var source = SourceOpener.Open(file, options, new LineIds(contentHash, options.IdTag));

        var resume = ResumeFile.Locate(options.File, options.StateDirectory, _view.Say);
        var start = Start(resume, JobHash.Of(contentHash, options));
        using var log = new BadLineLog(_view, options.ErrorsFile, append: start.Line > 0);
        var totals = new ImportTotals(start, log);
        var length = Math.Max(1, file.Length);

        try
        {
            using var client = new IngestClient(options, console.Time, SayRetry);
            var pipeline = new SendPipeline(client.SendAsync, options.Parallel);
            await _view.RunAsync(() => pipeline.RunAsync(
                BatchesFrom(source, file, start.Line, totals.Customers),
                (batch, receipt) =>
                {
                    totals.Confirm(batch, receipt);
                    resume.Save(totals.State);
                    _view.Report(totals.State.Read, totals.State.Rejected, (double)batch.FileBytes / length);
                },
                cancellationToken));
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is OperationCanceledException or ServerException or IOException)
        {
            // Ctrl+C meets whatever is under way: a read, a wait, a request.
            SayHowToGoOn(totals.State);
            return ExitCode.Interrupted;
        }
        catch (ServerException)
        {
            SayHowToGoOn(totals.State);
            throw;
        }

        resume.Remove();
        ImportSummary.Write(console.Out, $"Imported {options.File}", totals, console.Time.GetElapsedTime(began), wasSent: true);
        return totals.State.Rejected == 0 ? ExitCode.Ok : ExitCode.SomeRejected;
    }

    private ResumeState Start(ResumeFile resume, string job)
    {
        var earlier = options.IsRestart ? null : resume.Load(job);
        if (earlier is null)
        {
            return new ResumeState { Job = job };
        }

        _view.Say($"going on behind line {earlier.Line:N0}, where an earlier run stopped ({resume.Path})");
        return earlier;
    }

    private IEnumerable<Batch> BatchesFrom(ILineSource source, FileStream file, long lastLine, CustomerCount customers)
    {
        var lines = source.Lines().Where(line =>
        {
            if (line.Number > lastLine)
            {
                return true;
            }

            customers.Add(line.Problem is null ? line.Customer : null);
            return false;
        });

        foreach (var batch in Batches.Of(lines, options.BatchLines))
        {
            batch.FileBytes = file.Position;
            yield return batch;
        }
    }

    private void SayRetry(string why, TimeSpan wait, TimeSpan patience) =>
        _view.Say($"{why}; trying again in {wait.TotalSeconds:0.#} s, for {patience.TotalSeconds:0} s at most (--patience)");

    private void SayHowToGoOn(ResumeState state) =>
        _view.Say($"stopped: {state.Read:N0} lines are done, up to line {state.Line:N0}; run the same command again to go on from there");
}
