namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// Bands that do not flutter: a band rises as soon as the probability reaches its threshold, and falls only once the probability
/// is more than <see cref="Width"/> below it.
/// </summary>
public static class BandHysteresis
{
    /// <summary>How far below a threshold a probability must be for the band to fall.</summary>
    public const double Width = 0.05;

    /// <summary>The band that follows from the one that stands.</summary>
    /// <param name="band">The band that stands; <see cref="RiskBand.NotEnoughData"/> holds nothing back.</param>
    /// <param name="probability">The probability now; null where there is none.</param>
    public static RiskBand Next(RiskBand band, double? probability)
    {
        var plain = ChurnRisk.BandOf(probability);
        if (probability is not { } now || plain >= band)
        {
            return plain;
        }

        return band switch
        {
            RiskBand.High when now >= ChurnRisk.HighMin - Width => RiskBand.High,
            RiskBand.High or RiskBand.Medium when now >= ChurnRisk.MediumMin - Width => RiskBand.Medium,
            _ => plain,
        };
    }
}
