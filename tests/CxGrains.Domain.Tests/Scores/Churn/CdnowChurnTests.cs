using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Tests;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>
/// The sample of the BG/NBD paper: learned online from its first 39 weeks, then judged by the weeks after, of which it has seen nothing.
/// docs/scores.md tells how the model's parameters were chosen.
/// </summary>
public class CdnowChurnTests
{
    private const int OutcomesBetweenVersions = 100;
    private const int LearnedWeeks = 39;
    private const int Weeks = 78;

    private static readonly long NowMs = CdnowSample.EndOfWeekMs(LearnedWeeks);

    [PublicDataFact(CdnowSample.File)]
    public void Those_with_low_risk_buy_again_within_39_weeks()
    {
        var (learned, prior) = Judge(CdnowSample.EndOfWeekMs(Weeks));

        Assert.Equal((2357, 2357 - 684), (learned.Count, learned.Positives));
        Assert.InRange(learned.Auc!.Value, 0.78, 1);
        Assert.InRange(prior.Auc!.Value, 0.69, 0.71);
    }

    /// <summary>What the model was taught to tell. The prior tells of leaving for ever, and its probabilities show it.</summary>
    [PublicDataFact(CdnowSample.File)]
    public void The_probability_is_that_of_90_days_of_silence()
    {
        var (learned, prior) = Judge(NowMs + ChurnTarget.Default.HorizonMs);

        Assert.InRange(learned.Auc!.Value, 0.79, 1);
        Assert.InRange(learned.CalibrationError!.Value, 0, 0.03);
        Assert.InRange(prior.Auc!.Value, 0, 0.74);
        Assert.InRange(prior.CalibrationError!.Value, 0.2, 1);
    }

    /// <summary>The risk at the end of the learned weeks, by the learned model and by the prior, against who buys nothing until then.</summary>
    private static (PredictionRecord Learned, PredictionRecord Prior) Judge(long untilMs)
    {
        var purchases = CdnowSample.Read();
        var replay = new Replay(ChurnTarget.Default, OutcomesBetweenVersions);
        replay.Run(purchases, NowMs);
        var returned = purchases.Where(purchase => purchase.AtMs >= NowMs && purchase.AtMs < untilMs).Select(purchase => purchase.Customer).ToHashSet();
        var learned = new JudgedPredictions();
        var prior = new JudgedPredictions();
        foreach (var customer in replay.Customers)
        {
            learned.Add(replay.Model.CurveOf(customer.Inputs, 0).Probability(NowMs)!.Value, !returned.Contains(customer.Id));
            prior.Add(ChurnRisk.Probability(customer.Inputs.Rhythm, NowMs)!.Value, !returned.Contains(customer.Id));
        }

        return (learned.ToRecord(), prior.ToRecord());
    }
}
