namespace CxGrains.Domain.Scores;

/// <summary>What one part of the answers contributes to the change of a score between two windows.</summary>
/// <param name="Name">The part.</param>
/// <param name="Points">What it contributes, in the score's unit; all parts together make the change.</param>
/// <param name="Before">The part in the window before; null where it had no answers.</param>
/// <param name="Now">The part in this window; null where it has no answers.</param>
public sealed record ScoreMove(string Name, double Points, ScorePart? Before, ScorePart? Now)
{
    /// <summary>
    /// The contributions of all parts, largest in size first; none where a window has no answers. With a part's share w of the answers and
    /// its score s, before (0) and now (1), and the whole's score S0 before, a part contributes w1 (s1 - S0) - w0 (s0 - S0): by what its own answers changed, and by
    /// how many there are of a part that is better or worse than the whole was. The second terms sum to 0 and the first to S1 - S0, so that
    /// the contributions make the change exactly, for any score that is a mean over answers: NPS, the share of the satisfied, a mean.
    /// It is the usual split into rate and mix effects, after E. M. Kitagawa, "Components of a Difference Between Two Rates", JASA 50 (1955),
    /// with the interaction left with the part that it belongs to.
    /// </summary>
    /// <param name="before">The parts of the window before; no name twice.</param>
    /// <param name="now">The parts of this window; no name twice.</param>
    public static IReadOnlyList<ScoreMove> Of(IReadOnlyList<ScorePart> before, IReadOnlyList<ScorePart> now)
    {
        var (allBefore, allNow) = (before.Sum(part => part.Responses), now.Sum(part => part.Responses));
        if (allBefore == 0 || allNow == 0)
        {
            return [];
        }

        var whole = before.Where(part => part.Responses > 0).Sum(part => part.Score * part.Responses) / allBefore;
        return
        [
            .. before.Concat(now).Where(part => part.Responses > 0).Select(part => part.Name).Distinct(StringComparer.Ordinal)
                .Select(name => MoveOf(name, Find(before, name), Find(now, name)))
                .OrderByDescending(move => Math.Abs(move.Points)).ThenBy(move => move.Name, StringComparer.Ordinal),
        ];

        ScoreMove MoveOf(string name, ScorePart? old, ScorePart? young) =>
            new(name, Weighed(young, allNow, whole) - Weighed(old, allBefore, whole), old, young);
    }

    private static ScorePart? Find(IReadOnlyList<ScorePart> parts, string name) => parts.FirstOrDefault(part => part.Name == name && part.Responses > 0);

    private static double Weighed(ScorePart? part, long all, double whole) => part is null ? 0 : (part.Score - whole) * part.Responses / all;
}
