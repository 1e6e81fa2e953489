namespace CxGrains.Cli.Import.Sending;

/// <summary>What the server says of a batch.</summary>
/// <param name="Accepted">Lines it took.</param>
/// <param name="RejectedCount">Lines it did not take.</param>
/// <param name="Rejected">Those it names; may be fewer.</param>
internal sealed record Receipt(int Accepted, int RejectedCount, IReadOnlyList<RejectedLine> Rejected)
{
    /// <summary>Of a batch that was not sent because it has no good line.</summary>
    public static readonly Receipt Nothing = new(0, 0, []);
}
