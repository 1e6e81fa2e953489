using CxGrains.Domain;

namespace CxGrains.Cluster.EventHubs;

/// <summary>Whether the hub still has what is to be received next.</summary>
internal static class HubRetention
{
    /// <summary>Checks that the row behind one was not deleted by the hub's retention. A partition of which nothing was ever read begins where the hub does.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="afterRow">The last row read; 0 for none.</param>
    /// <param name="beginningSequenceNumber">The first event that the hub has.</param>
    /// <exception cref="CxException">It was.</exception>
    public static void ThrowIfDeleted(int partition, long afterRow, long beginningSequenceNumber)
    {
        // A row's number is its event's and 1: the event behind a row has the row's number.
        if (afterRow > 0 && beginningSequenceNumber > afterRow)
        {
            throw new CxException(
                $"Partition {partition} of the hub begins with row {beginningSequenceNumber + 1}, and rows {afterRow + 1} to {beginningSequenceNumber} were never folded: the hub's retention has deleted them");
        }
    }
}
