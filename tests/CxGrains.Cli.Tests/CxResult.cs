namespace CxGrains.Cli.Tests;

/// <summary>What a command line did.</summary>
internal sealed record CxResult(int Code, string Out, string Error)
{
    /// <summary>A row of the summary.</summary>
    public string Row(string name) =>
        Out.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..].Trim();
}
