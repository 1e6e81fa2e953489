using System.Text;
using CxGrains.Cli.Import.Files;
using CxGrains.Cli.Import.Reporting;
using CxGrains.Cli.Import.Resuming;
using CxGrains.Cli.Import.Sending;

namespace CxGrains.Cli.Import;

/// <summary>Reads the file as an import would and shows what it would send, without a server.</summary>
/// <param name="options">What to do.</param>
/// <param name="console">Whom to tell.</param>
internal sealed class DryRun(ImportOptions options, CliConsole console)
{
    private const int ShownMax = 3;

    /// <summary>Reads the file and gives the exit code.</summary>
    /// <exception cref="UsageException">The options do not fit the file.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var began = console.Time.GetTimestamp();
        await using var file = SourceOpener.OpenFile(options.File);
        var contentHash = await JobHash.OfContentAsync(file, cancellationToken);
        file.Position = 0;
        using var source = SourceOpener.Open(file, options, new LineIds(contentHash, options.IdTag));
        using var log = new BadLineLog(new PlainView(console.Error, console.Time), options.ErrorsFile, append: false);
        var totals = new ImportTotals(new ResumeState { Job = "" }, log);

        foreach (var batch in Batches.Of(source.Lines(), options.BatchLines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var line in batch.Lines.Take(totals.State.Read == 0 ? ShownMax : 0))
            {
                await console.Out.WriteLineAsync(Encoding.UTF8.GetString(line.Json));
            }

            totals.Confirm(batch, new Receipt(batch.Lines.Count, 0, []));
        }

        ImportSummary.Write(console.Out, $"Read {options.File}; nothing was sent", totals, console.Time.GetElapsedTime(began), wasSent: false);
        return totals.State.Rejected == 0 ? ExitCode.Ok : ExitCode.SomeRejected;
    }
}
