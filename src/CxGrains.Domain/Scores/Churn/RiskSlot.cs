using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>The model's features of a customer's state, each with a weight in its slot. The numbers are stored; never renumber.</summary>
public enum RiskSlot : byte
{
    /// <summary>1 for everybody.</summary>
    Bias = 0,

    /// <summary><see cref="ChurnRisk.SilenceLogOdds"/>.</summary>
    MbgSilence = 1,

    /// <summary>ln(1 + silence / <see cref="SilenceFeatures.ScaleDays"/>).</summary>
    LogSilence = 2,

    /// <summary>ln(1 + silence / usual gap) where a usual gap is known, else 0.</summary>
    GapSilence = 3,

    /// <summary><see cref="ChurnRisk.HistoryLogOdds"/>.</summary>
    MbgHistory = 4,

    /// <summary>ln(1 + active days after the first).</summary>
    RepeatDays = 5,

    /// <summary>ln(1 + days from the first to the last active day).</summary>
    SpanDays = 6,

    /// <summary>ln(1 + usual gap in days), 0 where none is known.</summary>
    UsualGap = 7,

    /// <summary>1 where no usual gap is known because the customer was active on one day only.</summary>
    OneDayOnly = 8,

    /// <summary>1 where the customer was never active.</summary>
    NeverActive = 9,

    /// <summary><see cref="ActivityTrend.LogRatio"/>.</summary>
    Trend = 10,

    /// <summary>ln(1 + decayed count) of <see cref="InteractionKind.Other"/>; the other counted kinds follow in their order.</summary>
    FirstKind = 11,

    /// <summary>ln(1 + decayed count) of <see cref="InteractionKind.Feedback"/>, the last counted kind.</summary>
    LastKind = 18,

    /// <summary>The latest NPS answer, -1 the lowest to 1 the highest of its scale; 0 where there is none.</summary>
    Nps = 19,

    /// <summary>1 where an NPS answer is known.</summary>
    NpsGiven = 20,

    /// <summary>The latest CSAT answer, -1 to 1.</summary>
    Csat = 21,

    /// <summary>1 where a CSAT answer is known.</summary>
    CsatGiven = 22,

    /// <summary>The latest CES answer, -1 to 1.</summary>
    Ces = 23,

    /// <summary>1 where a CES answer is known.</summary>
    CesGiven = 24,

    /// <summary>ln(1 + open tickets).</summary>
    OpenTickets = 25,

    /// <summary>1 where the customer has asked to cancel.</summary>
    CancelRequested = 26,

    /// <summary>ln(1 + purchases).</summary>
    Purchases = 27,

    /// <summary>ln(1 + money spent less refunds) / 5; 0 where that is below 0.</summary>
    Spend = 28,
}
