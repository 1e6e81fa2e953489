using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>All features of a customer at an instant, those of value 0 left out.</summary>
internal static class FeatureList
{
    /// <summary>Writes the features: the state's by slot, then the traits', each slot once.</summary>
    /// <param name="inputs">The customer.</param>
    /// <param name="traits">Its traits.</param>
    /// <param name="atMs">The instant.</param>
    /// <param name="into">Room for <see cref="PendingPrediction.FeaturesMax"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Write(in RiskInputs inputs, ReadOnlySpan<Trait> traits, long atMs, Span<SlotValue> into)
    {
        Span<double> state = stackalloc double[RiskSlots.StateCount];
        state.Clear();
        StateFeatures.FillStatic(inputs, state);
        StateFeatures.FillSilence(inputs.Rhythm, atMs, state);
        var count = 0;
        for (var slot = 0; slot < state.Length; slot++)
        {
            if (state[slot] != 0)
            {
                into[count++] = new((ushort)slot, 0, state[slot]);
            }
        }

        var traitsFrom = count;
        Span<SlotValue> features = stackalloc SlotValue[TraitFeatures.PerTraitMax];
        foreach (var trait in traits)
        {
            foreach (var feature in features[..TraitFeatures.Write(trait, features)])
            {
                Add(feature, into, traitsFrom, ref count);
            }
        }

        return count;
    }

    // Two traits in one slot by the chance of hashing are one feature, under the name of the first.
    private static void Add(SlotValue feature, Span<SlotValue> into, int from, ref int count)
    {
        for (var i = from; i < count; i++)
        {
            if (into[i].Slot == feature.Slot)
            {
                into[i] = into[i] with { Value = into[i].Value + feature.Value };
                return;
            }
        }

        into[count++] = feature;
    }
}
