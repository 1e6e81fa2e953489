using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Advocacy;

/// <summary>
/// Who is an advocate: a customer whose latest NPS answer is 9 or 10 and who referred or reviewed, in whichever order, both within the last
/// year. It ends when either grows older than that, or a later answer is lower.
/// </summary>
public static class AdvocacyRules
{
    /// <summary>UTC days, the instant's own included, for which an NPS answer speaks.</summary>
    public const int AnswerDaysMax = 365;

    /// <summary>UTC days, the instant's own included, for which a referral or review speaks.</summary>
    public const int ActDaysMax = 365;

    /// <summary>
    /// The UTC day from which being an advocate is counted, the earlier of answer and act: an advocate is one whose day lies within the last
    /// <see cref="ActDaysMax"/>. Null where the customer is no promoter, or never acted.
    /// </summary>
    public static int? AdvocateDay(LatestAnswer? nps, AdvocacyActs? acts) =>
        acts is not null && nps is { Score: >= NpsScore.PromoterMin } answer ? Instants.DayOf(Math.Min(answer.AtMs, acts.LastMs)) : null;

    /// <summary>What a customer is at an instant.</summary>
    public static AdvocacyStatus StatusOf(LatestAnswer? nps, AdvocacyActs? acts, long atMs) => nps switch
    {
        null => AdvocacyStatus.NotEnoughData,
        { } answer when !IsWithin(Instants.DayOf(answer.AtMs), AnswerDaysMax, atMs) => AdvocacyStatus.NotEnoughData,
        { Score: <= NpsScore.DetractorMax } => AdvocacyStatus.Detractor,
        { Score: < NpsScore.PromoterMin } => AdvocacyStatus.Passive,
        _ => AdvocateDay(nps, acts) is { } day && IsWithin(day, ActDaysMax, atMs) ? AdvocacyStatus.Advocate : AdvocacyStatus.Promoter,
    };

    private static bool IsWithin(int day, int days, long atMs) => Instants.DayOf(atMs) - day < days;
}
