using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// A checkpoint whose image is being made while folding goes on: copying all changed customers at once would hold up whoever
/// waits for the partition. The image is of the one position at which the draft began, all the same: a customer that is about to
/// change again is copied first, and the others, which stand as they stood then, in slices between two records.
/// </summary>
internal sealed class CheckpointDraft
{
    private int _next;

    /// <summary>A draft whose image holds all but the customers.</summary>
    /// <param name="image">Head and shards of a position.</param>
    /// <param name="generation">The generation of changes that ended there.</param>
    /// <param name="changed">The customers it changed.</param>
    /// <param name="foldedRow">The row up to which all is folded there.</param>
    /// <param name="folded">Interactions folded since the checkpoint before.</param>
    /// <param name="alertsCount">Alerts that were raised until then, in all partitions.</param>
    public CheckpointDraft(CheckpointImage image, int generation, List<ResidentEntry> changed, long foldedRow, int folded, long alertsCount)
    {
        Image = image;
        Generation = generation;
        Changed = changed;
        FoldedRow = foldedRow;
        Folded = folded;
        AlertsCount = alertsCount;
    }

    /// <summary>What is to be written.</summary>
    public CheckpointImage Image { get; }

    /// <summary>The generation of changes it holds.</summary>
    public int Generation { get; }

    /// <summary>The customers it holds, or will.</summary>
    public List<ResidentEntry> Changed { get; }

    /// <summary>The row up to which it holds everything.</summary>
    public long FoldedRow { get; }

    /// <summary>Interactions folded since the checkpoint before.</summary>
    public int Folded { get; }

    /// <summary>Alerts that were raised until then, in all partitions.</summary>
    public long AlertsCount { get; }

    /// <summary>Whether the image holds all customers.</summary>
    public bool IsComplete => _next == Changed.Count;

    /// <summary>Copies further customers.</summary>
    public void TakeSlice(int countMax)
    {
        var end = (int)Math.Min(Changed.Count, (long)_next + countMax);
        while (_next < end)
        {
            Take(Changed[_next++]);
        }
    }

    /// <summary>Copies a customer now, where the image needs it as it stands and does not hold it yet.</summary>
    public void Take(ResidentEntry entry)
    {
        // One that belongs to a later generation by now was copied before it changed.
        if (entry.ChangedIn == Generation && !entry.IsCopied)
        {
            Image.AddCustomer(entry, entry.Resident!);
            entry.IsCopied = true;
        }
    }
}
