using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>
/// The sample of the BG/NBD paper: learned online from 39 weeks, then ranked by who buys in the 39 weeks after. It was learned to tell
/// who falls silent for 90 days; docs/scores.md tells how the model's parameters were chosen.
/// </summary>
public class CdnowChurnTests
{
    private const int OutcomesBetweenVersions = 100;
    private const int LearnedWeeks = 39;
    private const int Weeks = 78;

    [PublicDataFact(CdnowSample.File)]
    public void Those_with_low_risk_buy_again()
    {
        var purchases = CdnowSample.Read();
        var nowMs = CdnowSample.EndOfWeekMs(LearnedWeeks);
        var replay = new Replay(ChurnTarget.Default, OutcomesBetweenVersions);
        replay.Run(purchases, nowMs);
        var returned = purchases.Where(purchase => purchase.AtMs >= nowMs && purchase.AtMs < CdnowSample.EndOfWeekMs(Weeks)).Select(purchase => purchase.Customer).ToHashSet();
        var learned = new JudgedPredictions();
        var prior = new JudgedPredictions();
        foreach (var customer in replay.Customers)
        {
            var inputs = customer.Inputs;
            learned.Add(1 - replay.Model.CurveOf(inputs, 0).Probability(nowMs)!.Value, returned.Contains(customer.Id));
            prior.Add(1 - ChurnRisk.Probability(inputs.Rhythm, nowMs)!.Value, returned.Contains(customer.Id));
        }

        Assert.Equal((2357, 684), (learned.Count, returned.Count));
        Assert.InRange(learned.ToRecord().Auc!.Value, 0.77, 1);
        Assert.InRange(prior.ToRecord().Auc!.Value, 0.69, 0.71);
    }
}
