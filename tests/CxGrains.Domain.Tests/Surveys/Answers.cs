using CxGrains.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Surveys;

/// <summary>Generated answers to one survey.</summary>
internal static class Answers
{
    public const int FirstDay = 19_000;

    /// <summary>An answer to an NPS survey, out of few days, channels and touchpoints so that they meet.</summary>
    public static readonly Gen<AnswerContribution> One =
        from day in Gen.Choose(0, 30)
        from offsetMs in Gen.Choose(0, 3)
        from score in Gen.Choose(0, 10)
        from channel in Gen.Elements(null, "web", "email", "other")
        from touchpoint in Gen.Elements(null, "checkout", "support")
        from comment in Gen.Elements(null, null, "Schön", "slow", "")
        from customer in Gen.Elements("ada", "bob", "eve")
        from key in Gen.Choose(0, 1_000_000)
        select Nps(Instants.StartOfDayMs(FirstDay + day) + offsetMs, score) with
        {
            Channel = channel,
            Touchpoint = touchpoint,
            Comment = comment,
            Customer = customer,
            Key = (ulong)key,
        };

    public static readonly Gen<AnswerContribution[]> Many = One.ArrayOf();

    public static AnswerContribution Nps(long atMs, int score) =>
        new("relationship", SurveyMetric.Nps, 10, atMs, score, null, null, null, "ada", 1);
}
