using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Segments;

/// <summary>A customer as rules see it, with nothing known unless a test says so.</summary>
internal sealed record Facts : ICustomerFacts
{
    public const long NowMs = 1_700_000_000_000;

    /// <summary>Customers with and without each of what can be unknown.</summary>
    public static readonly Gen<Facts> Any =
        from lastBeforeMs in Gen.Choose(0, int.MaxValue)
        from firstBeforeMs in Gen.Choose(0, int.MaxValue)
        from visits in Gen.Choose(0, 60)
        from activeDays in Gen.Choose(0, 40)
        from spanDays in Gen.Choose(0, 300)
        from plan in Gen.Elements<TraitValue?>(null, TraitValue.Of("pro"), TraitValue.Of("Free"), TraitValue.Of(3), TraitValue.Of(true))
        from nps in Gen.Choose(-1, 10)
        select new Facts
        {
            FirstSeenMs = NowMs - lastBeforeMs - firstBeforeMs,
            LastSeenMs = NowMs - lastBeforeMs,
            Interactions = visits,
            Engagement = Enumerable.Range(0, visits).Aggregate(default(Engagement), (engagement, _) => engagement.With(InteractionKind.Visit, NowMs - lastBeforeMs)),
            Rhythm = activeDays == 0 ? default : new Rhythm(activeDays, activeDays == 1 ? 0 : spanDays + activeDays, NowMs - lastBeforeMs),
            Plan = plan,
            Nps = nps < 0 ? null : new LatestAnswer(NowMs, nps, 10),
        };

    public string? Account { get; init; }

    public long FirstSeenMs { get; init; } = NowMs;

    public long LastSeenMs { get; init; } = NowMs;

    public long Interactions { get; init; }

    public Purchases Purchases { get; init; } = Purchases.None;

    public Engagement Engagement { get; init; }

    public Rhythm Rhythm { get; init; }

    public RiskCurve Risk =>
        RiskCurve.Of(Rhythm.ActiveDays == 0 ? double.NaN : ChurnRisk.HistoryLogOdds(Rhythm), Rhythm, SilenceWeights.Prior);

    public RiskBand Band => RiskBand.NotEnoughData;

    public TraitValue? Plan { get; init; }

    public string? Channel { get; init; }

    public LatestAnswer? Nps { get; init; }

    public LatestAnswer? Csat { get; init; }

    public LatestAnswer? Ces { get; init; }

    public TraitValue? Trait(string key) => key == "plan" ? Plan : null;

    public bool UsesChannel(string channel) => channel == Channel;

    public LatestAnswer? LatestAnswer(SurveyMetric metric) => metric switch
    {
        SurveyMetric.Nps => Nps,
        SurveyMetric.Csat => Csat,
        SurveyMetric.Ces => Ces,
        _ => null,
    };
}
