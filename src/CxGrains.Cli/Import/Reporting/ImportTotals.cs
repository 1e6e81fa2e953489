using CxGrains.Cli.Import.Resuming;
using CxGrains.Cli.Import.Sending;

namespace CxGrains.Cli.Import.Reporting;

/// <summary>Counts what became of the lines. Batches are counted in the order of the file.</summary>
/// <param name="start">Where an earlier run stopped, or the beginning.</param>
/// <param name="log">Takes the bad lines.</param>
internal sealed class ImportTotals(ResumeState start, BadLineLog log)
{
    /// <summary>The numbers so far, as they are kept for resuming.</summary>
    public ResumeState State { get; private set; } = start;

    /// <summary>Lines read by an earlier run.</summary>
    public long ReadBefore { get; } = start.Read;

    /// <summary>Distinct customers of lines that were not rejected; of an earlier run, of its readable lines.</summary>
    public CustomerCount Customers { get; } = new();

    /// <summary>Counts a batch the server has answered for.</summary>
    public void Confirm(Batch batch, Receipt receipt)
    {
        var rejected = receipt.Rejected.ToDictionary(line => line.Index, line => line.Problem);
        var sum = 0m;
        for (var index = 0; index < batch.Lines.Count; index++)
        {
            if (!rejected.ContainsKey(index))
            {
                sum += batch.Lines[index].Value ?? 0;
                Customers.Add(batch.Lines[index].Customer);
            }
        }

        var unnamed = receipt.RejectedCount - rejected.Count;
        Log(batch, rejected, unnamed);
        State = State with
        {
            Line = batch.LastLine,
            Read = State.Read + batch.Lines.Count + batch.Bad.Count,
            Sent = State.Sent + batch.Lines.Count,
            Accepted = State.Accepted + receipt.Accepted,
            Rejected = State.Rejected + batch.Bad.Count + receipt.RejectedCount,
            ValueSum = State.ValueSum + sum,
            IsValueSumVague = State.IsValueSumVague || unnamed > 0,
        };
    }

    private void Log(Batch batch, Dictionary<int, string> rejected, int unnamed)
    {
        var bad = batch.Bad.Select(line => (Line: line, Problem: line.Problem!));
        var refused = rejected.Select(pair => (Line: batch.Lines[pair.Key], Problem: pair.Value));
        foreach (var (line, problem) in bad.Concat(refused).OrderBy(entry => entry.Line.Number))
        {
            log.Add(line.Number, line.Id, problem);
        }

        if (unnamed > 0)
        {
            log.Add(batch.LastLine, null, $"the server rejected {unnamed} more of lines {batch.Lines[0].Number} to {batch.LastLine} without naming them");
        }

        log.Flush();
    }
}
