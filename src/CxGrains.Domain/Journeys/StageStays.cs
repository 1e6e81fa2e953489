namespace CxGrains.Domain.Journeys;

/// <summary>A customer's stays, at most one for each journey. Immutable, because most customers have none and share that.</summary>
public sealed class StageStays
{
    /// <summary>No stays.</summary>
    public static readonly StageStays None = new([]);

    private readonly StageStay[] _stays;

    private StageStays(StageStay[] stays)
    {
        _stays = stays;
        foreach (var stay in stays)
        {
            NextDueMs = Math.Min(NextDueMs, stay.DueMs);
        }
    }

    /// <summary>The stays, in no stated order.</summary>
    public ReadOnlySpan<StageStay> All => _stays;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _stays.Length == 0;

    /// <summary>When the first of them ends by time alone, Unix milliseconds UTC; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDueMs { get; } = long.MaxValue;

    /// <summary>The stay in a journey as it is defined now; null where there is none.</summary>
    public StageStay? In(Journey journey)
    {
        foreach (var stay in _stays)
        {
            if (stay.Slot == journey.Slot && stay.Version == journey.Version)
            {
                return stay;
            }
        }

        return null;
    }

    internal StageStays With(StageStay stay) => new([.. _stays.Where(other => other.Slot != stay.Slot), stay]);

    internal StageStays Without(StageStay stay) => _stays.Length == 1 ? None : new([.. _stays.Where(other => other != stay)]);

    internal void Encode(BinaryWriter writer)
    {
        writer.Write((byte)_stays.Length);
        foreach (var stay in _stays)
        {
            stay.Encode(writer);
        }
    }

    internal static StageStays Decode(BinaryReader reader)
    {
        var stays = new StageStay[reader.ReadByte()];
        foreach (ref var stay in stays.AsSpan())
        {
            stay = StageStay.Decode(reader);
        }

        return new StageStays(stays);
    }
}
