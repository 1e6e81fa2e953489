namespace CxGrains.Cli.Import.Reporting;

/// <summary>What is said at the end.</summary>
internal static class ImportSummary
{
    /// <summary>Writes the summary.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="title">What was done.</param>
    /// <param name="totals">The numbers.</param>
    /// <param name="elapsed">How long this run took.</param>
    /// <param name="wasSent">False after a dry run.</param>
    public static void Write(TextWriter output, string title, ImportTotals totals, TimeSpan elapsed, bool wasSent)
    {
        var state = totals.State;
        output.WriteLine(title);
        Row(output, "lines", $"{state.Read:N0}");
        if (totals.ReadBefore > 0)
        {
            Row(output, "", $"{totals.ReadBefore:N0} of them by an earlier run that this one went on from");
        }

        if (wasSent)
        {
            Row(output, "sent", $"{state.Sent:N0}");
            Row(output, "accepted", $"{state.Accepted:N0} (with those that the server had already; they count once)");
            Row(output, "rejected", $"{state.Rejected:N0}");
        }
        else
        {
            Row(output, "good", $"{state.Accepted:N0}");
            Row(output, "bad", $"{state.Rejected:N0}");
        }

        Row(output, "customers", $"{(totals.Customers.IsAtLeast ? "at least " : "")}{totals.Customers.Count:N0}");
        Row(output, "value", $"{(state.IsValueSumVague ? "at most " : "")}{state.ValueSum:#,0.00##########}");

        var seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        Row(output, "time", $"{seconds:N1} s, {(state.Read - totals.ReadBefore) / seconds:N0} lines/s");
    }

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"  {name,-10} {text}");
}
