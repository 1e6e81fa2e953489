using System.Collections.Immutable;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// Why a customer's churn probability is what it is: what it has more or less of than the workspace's average customer, each
/// weight (value - mean) of its features, grouped by meaning. With the remainder they sum to the difference of the log-odds.
/// </summary>
/// <param name="BaselineLogOdds">The average customer's log-odds.</param>
/// <param name="Top">The drivers that matter most, at most <see cref="TopMax"/>, the largest first.</param>
/// <param name="RemainderLogOdds">All others together, with traits that other customers have and this one has not.</param>
public sealed record ChurnDrivers(double BaselineLogOdds, ImmutableArray<ChurnDriver> Top, double RemainderLogOdds)
{
    /// <summary>Drivers told one by one.</summary>
    public const int TopMax = 5;

    /// <summary>The customer's log-odds: baseline, drivers and remainder together.</summary>
    public double LogOdds => BaselineLogOdds + Top.Sum(driver => driver.LogOdds) + RemainderLogOdds;

    /// <summary>The drivers at an instant; null where there is no probability.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The customer.</param>
    /// <param name="traits">Its traits, at most <see cref="Limits.TraitsMax"/>.</param>
    /// <param name="atMs">The instant.</param>
    public static ChurnDrivers? Of(PublishedModel model, in RiskInputs inputs, IEnumerable<Trait> traits, long atMs)
    {
        if (!model.CurveOf(inputs, 0).IsKnown)
        {
            return null;
        }

        if (!model.IsLearned)
        {
            return Take(model.BaselineLogOdds, OfPrior(inputs, model.BaselineLogOdds, atMs), 0);
        }

        var kept = traits.Take(Limits.TraitsMax).ToArray();
        Span<SlotValue> room = stackalloc SlotValue[PendingPrediction.FeaturesMax];
        var count = FeatureList.Write(inputs, kept, atMs, room);
        var contributions = new double[RiskSlots.Count];
        for (var slot = 0; slot < contributions.Length; slot++)
        {
            contributions[slot] = -model.Weight(slot) * model.Mean(slot);
        }

        foreach (var feature in room[..count])
        {
            contributions[feature.Slot] += model.Weight(feature.Slot) * feature.Value;
        }

        var drivers = OfState(model, inputs, contributions, atMs);
        return Take(model.BaselineLogOdds, drivers, AddTraits(drivers, model, kept, contributions));
    }

    private static List<ChurnDriver> OfPrior(in RiskInputs inputs, double baseline, long atMs)
    {
        var (rhythm, departure) = (inputs.Rhythm, inputs.Departure);
        List<ChurnDriver> drivers =
        [
            new("silence", ChurnReasons.Silence(rhythm, atMs), ChurnRisk.SilenceLogOdds(rhythm, atMs)),
            new("history", ChurnReasons.History(rhythm), ChurnRisk.HistoryLogOdds(rhythm) - baseline),
        ];
        if (departure.IsKnown)
        {
            drivers.Add(new(departure.IsDone ? "cancelled" : "cancelRequest", ChurnReasons.Departure(departure, atMs), ChurnRisk.DepartureLogOdds(departure)));
        }

        return drivers;
    }

    private static List<ChurnDriver> OfState(PublishedModel model, in RiskInputs inputs, double[] contributions, long atMs)
    {
        double Sum(RiskSlot from, RiskSlot to) => contributions.AsSpan((int)from..((int)to + 1)).ToArray().Sum();

        var drivers = new List<ChurnDriver>
        {
            new("silence", DriverWords.Silence(inputs.Rhythm, atMs), Sum(RiskSlot.MbgSilence, RiskSlot.GapSilence)),
            new("history", DriverWords.History(inputs.Rhythm), Sum(RiskSlot.MbgHistory, RiskSlot.NeverActive)),
            new("trend", DriverWords.Trend(inputs.Trend, inputs.Rhythm), contributions[(int)RiskSlot.Trend]),
            new("nps", DriverWords.Answer("NPS", inputs.Nps), Sum(RiskSlot.Nps, RiskSlot.NpsGiven)),
            new("csat", DriverWords.Answer("CSAT", inputs.Csat), Sum(RiskSlot.Csat, RiskSlot.CsatGiven)),
            new("ces", DriverWords.Answer("CES", inputs.Ces), Sum(RiskSlot.Ces, RiskSlot.CesGiven)),
            new("tickets", DriverWords.OpenTickets(inputs.OpenTickets), contributions[(int)RiskSlot.OpenTickets]),
            new("cancelRequest", DriverWords.CancelRequested(inputs.CancelRequested), contributions[(int)RiskSlot.CancelRequested]),
            new("value", DriverWords.Value(inputs.Purchases), Sum(RiskSlot.Purchases, RiskSlot.Spend)),
        };
        for (var kind = 0; kind < Engagement.KindsCount; kind++)
        {
            var slot = (int)RiskSlot.FirstKind + kind;
            var words = DriverWords.Kind((InteractionKind)kind, inputs.Engagement.Count((InteractionKind)kind), Math.Exp(model.Mean(slot)) - 1);
            drivers.Add(new($"activity.{((InteractionKind)kind).ToString().ToLowerInvariant()}", words, contributions[slot]));
        }

        return drivers;
    }

    /// <returns>What belongs to no trait of the customer: the bias, slots not in use, and traits of others.</returns>
    private static double AddTraits(List<ChurnDriver> drivers, PublishedModel model, Trait[] traits, double[] contributions)
    {
        var byTag = new Dictionary<ushort, double>();
        var remainder = contributions[(int)RiskSlot.Bias];
        foreach (var trait in traits.Where(trait => TraitFeatures.IsLearned(trait)))
        {
            byTag[TraitFeatures.TagOf(trait.Key)] = 0;
        }

        for (var slot = RiskSlots.StateCount; slot < RiskSlots.Count; slot++)
        {
            if (byTag.ContainsKey(model.Tag(slot)))
            {
                byTag[model.Tag(slot)] += contributions[slot];
            }
            else
            {
                remainder += contributions[slot];
            }
        }

        // Two keys with one short hash share a driver, which takes the first one's name.
        foreach (var trait in traits)
        {
            if (TraitFeatures.IsLearned(trait) && byTag.Remove(TraitFeatures.TagOf(trait.Key), out var logOdds))
            {
                drivers.Add(new($"trait.{trait.Key}", DriverWords.Trait(trait), logOdds));
            }
        }

        return remainder;
    }

    private static ChurnDrivers Take(double baseline, List<ChurnDriver> drivers, double remainder)
    {
        // A stable order, so that equal drivers do not change places.
        var ordered = drivers.Where(driver => driver.LogOdds != 0).OrderByDescending(driver => Math.Abs(driver.LogOdds)).ToList();
        return new(baseline, [.. ordered.Take(TopMax)], remainder + ordered.Skip(TopMax).Sum(driver => driver.LogOdds));
    }
}
