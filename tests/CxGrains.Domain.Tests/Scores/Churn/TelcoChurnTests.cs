using CxGrains.Domain.Scores.Churn;
using CxGrains.Tests;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>
/// The telecom customers, by their traits alone: how well the model ranks who left, and how true its probabilities are.
/// No one of them is judged by a model that learned from it. docs/scores.md tells how the model's parameters were chosen.
/// </summary>
public class TelcoChurnTests
{
    private const int OutcomesBetweenVersions = 100;
    private const int Folds = 5;

    [PublicDataFact(TelcoCustomers.File)]
    public void Four_fifths_tell_the_fifth()
    {
        var customers = TelcoCustomers.Read();
        var judged = new JudgedPredictions();
        for (var fold = 0; fold < Folds; fold++)
        {
            var shard = Learn(customers.Where((_, i) => i % Folds != fold), []);
            var model = PublishedModel.Learn(shard, 1)!;
            foreach (var customer in customers.Where((_, i) => i % Folds == fold))
            {
                judged.Add(TelcoCustomers.Predict(customer, model).Probability!.Value, customer.HasLeft);
            }
        }

        var record = judged.ToRecord();
        Assert.Equal((7043, 1869), (record.Count, record.Positives));
        Assert.InRange(record.Auc!.Value, 0.845, 1);
        Assert.InRange(record.CalibrationError!.Value, 0, 0.03);
        Assert.InRange(record.Brier!.Value, 0, 0.135);
        Assert.InRange(record.TopDecileLift!.Value, 2.7, 3.8);
    }

    /// <summary>In the order of the file, each judged before it is learned from; the first 200 by the prior, which knows no traits.</summary>
    [PublicDataFact(TelcoCustomers.File)]
    public void Each_is_told_by_those_before()
    {
        var all = new JudgedPredictions();
        Learn(TelcoCustomers.Read(), all);

        Assert.InRange(all.ToRecord().Auc!.Value, 0.838, 1);
        Assert.InRange(all.ToRecord().CalibrationError!.Value, 0, 0.03);

        var learned = new JudgedPredictions(all.Skip(PublishedModel.OutcomesMin)).ToRecord();
        Assert.InRange(learned.Auc!.Value, 0.845, 1);
        Assert.InRange(learned.CalibrationError!.Value, 0, 0.03);
    }

    private static ModelShard Learn(IEnumerable<TelcoCustomer> customers, JudgedPredictions judged)
    {
        var shard = new ModelShard(TelcoCustomers.Target);
        var model = PublishedModel.Prior;
        foreach (var customer in customers)
        {
            var prediction = TelcoCustomers.Predict(customer, model);
            judged.Add(prediction.Probability!.Value, customer.HasLeft);
            shard.Settle(prediction, customer.HasLeft, model);
            if (shard.Outcomes % OutcomesBetweenVersions == 0)
            {
                model = PublishedModel.Learn(shard, model.Version + 1) ?? model;
            }
        }

        return shard;
    }
}
