namespace CxGrains.Domain.Journeys;

/// <summary>A population's counts of every journey. Counts of an older definition go when the first of the newer one come.</summary>
public sealed class JourneyFunnels
{
    private readonly JourneyFunnel?[] _bySlot = new JourneyFunnel?[Limits.JourneysMax];

    /// <summary>A journey's counts; null where nothing was counted by its definition of now.</summary>
    public JourneyFunnel? Of(Journey journey) => _bySlot[journey.Slot] is { } funnel && funnel.Version == journey.Version ? funnel : null;

    internal void Take(JourneyContribution contribution)
    {
        ref var funnel = ref _bySlot[contribution.Slot];
        if (funnel is null || funnel.Version < contribution.Version)
        {
            funnel = JourneyFunnel.Empty(contribution.Version, contribution.StagesCount);
        }

        // A customer's stays of an older version end without a word, so that nothing older follows; a shard would not mix it in.
        if (funnel.Version == contribution.Version)
        {
            funnel.Stages[contribution.Stage].Take(contribution);
        }
    }

    /// <summary>Both together; shares nothing with either. Associative and commutative.</summary>
    public static JourneyFunnels Merge(JourneyFunnels a, JourneyFunnels b)
    {
        var merged = new JourneyFunnels();
        for (var slot = 0; slot < Limits.JourneysMax; slot++)
        {
            merged._bySlot[slot] = (a._bySlot[slot], b._bySlot[slot]) switch
            {
                (null, null) => null,
                ({ } one, null) => JourneyFunnel.Merge(one, JourneyFunnel.Empty(one.Version, one.Stages.Count)),
                (null, { } one) => JourneyFunnel.Merge(one, JourneyFunnel.Empty(one.Version, one.Stages.Count)),
                ({ } first, { } second) => JourneyFunnel.Merge(first, second),
            };
        }

        return merged;
    }

    internal void Encode(BinaryWriter writer)
    {
        for (var slot = 0; slot < Limits.JourneysMax; slot++)
        {
            writer.Write(_bySlot[slot] is not null);
            _bySlot[slot]?.Encode(writer);
        }
    }

    internal static JourneyFunnels Decode(BinaryReader reader)
    {
        var funnels = new JourneyFunnels();
        for (var slot = 0; slot < Limits.JourneysMax; slot++)
        {
            funnels._bySlot[slot] = reader.ReadBoolean() ? JourneyFunnel.Decode(reader) : null;
        }

        return funnels;
    }
}
