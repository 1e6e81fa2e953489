using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Journeys;

/// <summary>Who entered a stage in some days, and what became of them. <see cref="Entered"/> is <see cref="MovedOn"/>, <see cref="Dropped"/> and <see cref="InIt"/> together, always.</summary>
/// <param name="Entered">Customers that entered; one that enters again counts again.</param>
/// <param name="MovedOn">Of them, those that moved on to a later stage; in the last stage all, for they have finished.</param>
/// <param name="Dropped">Of them, those that stayed too long.</param>
/// <param name="Times">How long those that moved on had stayed; empty for the last stage.</param>
/// <param name="Csat">CSAT of the answers they gave there; null without answers.</param>
/// <param name="Ces">CES of the answers they gave there; null without answers.</param>
public sealed record StageCounts(long Entered, long MovedOn, long Dropped, StageTimes Times, CsatScore? Csat, CesScore? Ces)
{
    /// <summary>Of those that entered, the ones still there.</summary>
    public long InIt => Entered - MovedOn - Dropped;

    /// <summary>Of those that left, the percent that was dropped, 0 to 100; null where nobody left.</summary>
    public double? DropPercent => MovedOn + Dropped == 0 ? null : 100.0 * Dropped / (MovedOn + Dropped);

    /// <summary>Answers of both kinds.</summary>
    public long Answers => (Csat?.Responses ?? 0) + (Ces?.Responses ?? 0);

    /// <summary>Answers that are low: CSAT below the top two boxes, CES that disagrees (1 to 3).</summary>
    public long LowAnswers => (Csat is { } csat ? csat.Responses - csat.Satisfied : 0) + (Ces?.Disagreeing ?? 0);

    /// <summary>
    /// How much the stage hurts, 0 to 1: the chance that a customer is dropped there or is unhappy there, were the two independent,
    /// <c>1 - (1 - d)(1 - u)</c>. d is the lower end of the 95 % Wilson interval of the dropped among those that left, u that of the low
    /// answers among all answers there; each is 0 while nothing is known. So that few customers say little, and many say what they say.
    /// </summary>
    public double Pain
    {
        get
        {
            var dropped = MovedOn + Dropped == 0 ? 0 : new ProportionInterval(Dropped, MovedOn + Dropped).Low / 100;
            var unhappy = Answers == 0 ? 0 : new ProportionInterval(LowAnswers, Answers).Low / 100;
            return 1 - ((1 - dropped) * (1 - unhappy));
        }
    }
}
