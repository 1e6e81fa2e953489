using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>Generated customers, and models that learned from some.</summary>
internal static class AnyRisk
{
    public const long NowMs = 1_700_000_000_000;
    public const long DayMs = TimeSpan.MillisecondsPerDay;

    private static readonly Gen<Rhythm> Rhythms =
        from activeDays in Gen.Choose(1, Limits.RhythmDaysMax)
        from slack in Gen.Choose(0, Limits.RhythmDaysMax - activeDays)
        from beforeMs in Gen.Choose(0, int.MaxValue)
        select new Rhythm(activeDays, activeDays == 1 ? 0 : activeDays - 1 + slack, NowMs - beforeMs);

    private static readonly Gen<LatestAnswer?> Answers = Gen.OneOf(
        Gen.Constant<LatestAnswer?>(null),
        Gen.Choose(1, 7).Select(score => (LatestAnswer?)new LatestAnswer(NowMs, score, 7)));

    private static readonly Gen<Trait> OneTrait = Gen.OneOf(
        from plan in Gen.Elements("free", "team", "enterprise") select new Trait("plan", TraitValue.Of(plan)),
        from seats in Gen.Choose(-3, 5000) select new Trait("seats", TraitValue.Of(seats)),
        from trial in Gen.Elements(true, false) select new Trait("trial", TraitValue.Of(trial)),
        from name in Gen.Elements("Ada", "Grace") select new Trait("name", TraitValue.Of(name)));

    /// <summary>Each key at most once, as a customer has them.</summary>
    public static readonly Gen<Trait[]> Traits = OneTrait.ListOf().Select(traits => traits.DistinctBy(trait => trait.Key).ToArray());

    public static readonly Gen<RiskInputs> Inputs =
        from rhythm in Rhythms
        from kinds in Gen.Choose(0, Engagement.KindsCount - 1).ListOf()
        from nps in Answers
        from csat in Answers
        from ces in Answers
        from amounts in Gen.Choose(-100, 1000).ListOf()
        from tickets in Gen.Choose(0, 4)
        from asked in Gen.Elements(true, false)
        select new RiskInputs(
            rhythm,
            kinds.Aggregate(default(Engagement), (engagement, kind) => engagement.With((InteractionKind)kind, NowMs - (kind * DayMs))),
            kinds.Aggregate(default(ActivityTrend), (trend, kind) => trend.With(NowMs - (kind * DayMs))),
            nps,
            csat,
            ces,
            amounts.Aggregate(Purchases.None, (purchases, amount) => purchases.With(amount > 0 ? 1 : 0, "EUR", amount)),
            tickets,
            asked);

    public static readonly Gen<Outcome> Outcomes =
        from inputs in Inputs
        from traits in Traits
        from hasLeft in Gen.Elements(true, false)
        from days in Gen.Choose(0, 200)
        select new Outcome(inputs, traits, hasLeft, NowMs + (days * DayMs));

    /// <summary>Models that learned from any outcomes: what they learned is nonsense, and must break nothing.</summary>
    public static readonly Gen<PublishedModel> Models = Outcomes.ArrayOf(250).Select(outcomes =>
        PublishedModel.Learn(Learned([.. outcomes, .. outcomes.Select(outcome => outcome with { HasLeft = !outcome.HasLeft }).Take(80)]), 1)!);

    public static ModelShard Learned(IEnumerable<Outcome> outcomes, PublishedModel? model = null)
    {
        var shard = new ModelShard(ChurnTarget.Default);
        foreach (var outcome in outcomes)
        {
            shard.Settle(outcome.Predict(), outcome.HasLeft, model ?? PublishedModel.Prior);
        }

        return shard;
    }

    public sealed record Outcome(RiskInputs Inputs, Trait[] Traits, bool HasLeft, long AtMs)
    {
        public PendingPrediction Predict() => PendingPrediction.Make(PublishedModel.Prior, ChurnTarget.Default, Inputs, Traits, AtMs);
    }
}
