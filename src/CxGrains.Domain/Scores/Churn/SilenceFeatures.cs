namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// The features that grow with silence, each factor * ln(1 + silence / scale): never falling, so that a combination of them
/// with weights of 0 and above never falls either, and silence alone crosses a probability once.
/// </summary>
/// <param name="MbgFactor">The factor of <see cref="RiskSlot.MbgSilence"/>; those of the other two are 1.</param>
/// <param name="MbgDays">Its scale.</param>
/// <param name="GapDays">The scale of <see cref="RiskSlot.GapSilence"/>; 0 where no usual gap is known.</param>
public readonly record struct SilenceFeatures(double MbgFactor, double MbgDays, double GapDays)
{
    /// <summary>The scale of <see cref="RiskSlot.LogSilence"/>, days.</summary>
    public const double ScaleDays = 7;

    /// <summary>The features that a rhythm has; without activity there is no silence to speak of.</summary>
    public static SilenceFeatures Of(Rhythm rhythm) =>
        new(ChurnRisk.R + rhythm.ActiveDays - 1, ChurnRisk.AlphaDays + rhythm.SpanDays, rhythm.UsualGapDays);

    /// <summary><see cref="ChurnRisk.SilenceLogOdds"/>, to the last bit.</summary>
    public double Mbg(double silenceDays) => MbgFactor * Math.Log(1 + (silenceDays / MbgDays));

    /// <summary>The value of <see cref="RiskSlot.LogSilence"/>.</summary>
    public static double Log(double silenceDays) => Math.Log(1 + (silenceDays / ScaleDays));

    /// <summary>The value of <see cref="RiskSlot.GapSilence"/>.</summary>
    public double Gap(double silenceDays) => GapDays > 0 ? Math.Log(1 + (silenceDays / GapDays)) : 0;
}
