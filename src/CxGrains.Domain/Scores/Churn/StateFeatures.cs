using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>Computes the features of a customer's state.</summary>
internal static class StateFeatures
{
    // Brings the logarithm of money to about the size of the others, as the prior's precision is the same for all weights.
    private const double SpendScale = 5;

    /// <summary>Fills in what does not change with silence; the rest is left as it is.</summary>
    /// <param name="inputs">The customer.</param>
    /// <param name="values"><see cref="RiskSlots.StateCount"/> values, all 0.</param>
    public static void FillStatic(in RiskInputs inputs, Span<double> values)
    {
        values[(int)RiskSlot.Bias] = 1;
        FillRhythm(inputs.Rhythm, values);
        values[(int)RiskSlot.Trend] = inputs.Trend.LogRatio;
        for (var kind = 0; kind < Engagement.KindsCount; kind++)
        {
            values[(int)RiskSlot.FirstKind + kind] = LogOf(inputs.Engagement.Count((InteractionKind)kind));
        }

        FillAnswer(inputs.Nps, lowest: 0, values[(int)RiskSlot.Nps..]);
        FillAnswer(inputs.Csat, lowest: 1, values[(int)RiskSlot.Csat..]);
        FillAnswer(inputs.Ces, lowest: 1, values[(int)RiskSlot.Ces..]);
        values[(int)RiskSlot.OpenTickets] = LogOf(inputs.OpenTickets);
        values[(int)RiskSlot.CancelRequested] = inputs.CancelRequested ? 1 : 0;
        if (inputs.Purchases != Purchases.None)
        {
            values[(int)RiskSlot.Purchases] = LogOf(inputs.Purchases.Count);
            values[(int)RiskSlot.Spend] = LogOf(Math.Max(0, (double)inputs.Purchases.Total)) / SpendScale;
        }
    }

    /// <summary>Fills in what changes with silence.</summary>
    public static void FillSilence(Rhythm rhythm, long atMs, Span<double> values)
    {
        if (rhythm.ActiveDays > 0)
        {
            var silence = SilenceFeatures.Of(rhythm);
            var days = rhythm.SilenceDays(atMs);
            values[(int)RiskSlot.MbgSilence] = silence.Mbg(days);
            values[(int)RiskSlot.LogSilence] = SilenceFeatures.Log(days);
            values[(int)RiskSlot.GapSilence] = silence.Gap(days);
        }
    }

    private static void FillRhythm(Rhythm rhythm, Span<double> values)
    {
        switch (rhythm.ActiveDays)
        {
            case 0:
                values[(int)RiskSlot.NeverActive] = 1;
                break;

            case 1:
                values[(int)RiskSlot.MbgHistory] = ChurnRisk.HistoryLogOdds(rhythm);
                values[(int)RiskSlot.OneDayOnly] = 1;
                break;

            default:
                values[(int)RiskSlot.MbgHistory] = ChurnRisk.HistoryLogOdds(rhythm);
                values[(int)RiskSlot.RepeatDays] = Math.Log(rhythm.ActiveDays);
                values[(int)RiskSlot.SpanDays] = LogOf(rhythm.SpanDays);
                values[(int)RiskSlot.UsualGap] = LogOf(rhythm.UsualGapDays);
                break;
        }
    }

    // A value and, behind it, whether there is one.
    private static void FillAnswer(LatestAnswer? answer, int lowest, Span<double> values)
    {
        if (answer is { } given && given.Scale > lowest)
        {
            values[0] = (2.0 * (given.Score - lowest) / (given.Scale - lowest)) - 1;
            values[1] = 1;
        }
    }

    // Most counts are 0, and a logarithm is the dearest thing here.
    private static double LogOf(double count) => count > 0 ? Math.Log(1 + count) : 0;
}
