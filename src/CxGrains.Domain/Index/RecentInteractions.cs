using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Index;

/// <summary>The last interactions of a workspace in one partition, for the live feed. Not part of the state.</summary>
public sealed class RecentInteractions
{
    /// <summary>Interactions kept.</summary>
    public const int CountMax = 12;

    private readonly (Position Position, long ReceivedMs, Interaction Interaction, CustomerEntry Entry)[] _ring = new (Position, long, Interaction, CustomerEntry)[CountMax];
    private int _count;

    /// <summary>The interactions, newest first.</summary>
    public IEnumerable<(Position Position, long ReceivedMs, Interaction Interaction, CustomerEntry Entry)> NewestFirst =>
        Enumerable.Range(1, Math.Min(_count, CountMax)).Select(back => _ring[(_count - back) % CountMax]);

    /// <summary>Removes those of a customer.</summary>
    public void Remove(CustomerEntry entry)
    {
        var others = NewestFirst.Where(recent => recent.Entry != entry).Reverse().ToArray();
        Array.Clear(_ring);
        others.CopyTo(_ring, 0);
        _count = others.Length;
    }

    /// <summary>Adds the newest.</summary>
    public void Add(Position position, long receivedMs, Interaction interaction, CustomerEntry entry)
    {
        _ring[_count % CountMax] = (position, receivedMs, interaction, entry);
        _count++;
        if (_count == 2 * CountMax)
        {
            _count = CountMax;
        }
    }
}
