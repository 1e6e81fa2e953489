using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Tests.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Segments;

/// <summary>Generated members of a population.</summary>
internal static class Members
{
    public static readonly Gen<PopulationMember> One =
        from band in Gen.Elements(Enum.GetValues<RiskBand>())
        from nps in Answer(0, 10)
        from csat in Answer(1, 5)
        from ces in Answer(1, 7)
        from euros in Gen.Choose(-3, 3)
        from yen in Gen.Choose(0, 2)
        from advocateDay in Gen.Choose(-5, 9)
        from hasReferred in Gen.Elements(true, false)
        select new PopulationMember(band, nps, csat, ces, Purchases.None.With(1, "EUR", euros * 2.50m).With(1, "JPY", yen))
        {
            AdvocateDay = advocateDay < 0 ? null : Answers.FirstDay + advocateDay,
            HasReferred = hasReferred,
        };

    public static readonly Gen<PopulationMember[]> Many = One.ArrayOf();

    public static string View(PopulationShard shard) => string.Join(
        '\n',
        [
            $"{shard.Members} {string.Join(' ', Enum.GetValues<RiskBand>().Select(shard.CountOf))}",
            $"{shard.Purchases.Count} {string.Join(' ', shard.Purchases.ByCurrency)}",
            $"{shard.Parts.Advocacy?.Referrers ?? 0} {string.Join(' ', Enumerable.Range(Answers.FirstDay, 400).Select(day => shard.Parts.Advocacy?.Advocates(day) ?? 0))}",
            .. Enumerable.Range(Answers.FirstDay, 10).Select(day =>
                $"{shard.LatestAnswers.Nps(day, day)} {shard.LatestAnswers.Csat(day, day)} {shard.LatestAnswers.Ces(day, day)}"),
        ]);

    private static Gen<LatestAnswer?> Answer(int scoreMin, int scale) =>
        from day in Gen.Choose(-1, 9)
        from score in Gen.Choose(scoreMin, scale)
        select day < 0 ? (LatestAnswer?)null : new LatestAnswer(Instants.StartOfDayMs(Answers.FirstDay + day) + 5, score, scale);
}
