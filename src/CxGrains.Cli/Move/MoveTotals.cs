using CxGrains.Abstractions.Moving;

namespace CxGrains.Cli.Move;

/// <summary>What was moved so far.</summary>
internal sealed class MoveTotals
{
    private long _workspaces;
    private long _keys;
    private long _surveys;
    private long _segments;
    private long _quarantined;

    /// <summary>Customers.</summary>
    public long Customers { get; private set; }

    /// <summary>Counts a part.</summary>
    public void Count(MovedPart part)
    {
        switch (part)
        {
            case MovedCustomer:
                Customers++;
                break;
            case MovedWorkspace workspace:
                _workspaces++;
                _surveys += workspace.Surveys.Count;
                _segments += workspace.Segments.Count;
                break;
            case MovedKey:
                _keys++;
                break;
            case MovedQuarantine:
                _quarantined++;
                break;
        }
    }

    /// <summary>Writes the summary.</summary>
    public void Write(TextWriter output, string title, TimeSpan elapsed)
    {
        output.WriteLine(title);
        Row(output, "customers", $"{Customers:N0}");
        Row(output, "workspaces", $"{_workspaces:N0}");
        Row(output, "surveys", $"{_surveys:N0}");
        Row(output, "segments", $"{_segments:N0}");
        Row(output, "keys", $"{_keys:N0}");
        if (_quarantined > 0)
        {
            Row(output, "quarantine", $"{_quarantined:N0} interactions");
        }

        Row(output, "time", $"{elapsed.TotalSeconds:N1} s");
    }

    private static void Row(TextWriter output, string name, string text) => output.WriteLine($"  {name,-10} {text}");
}
