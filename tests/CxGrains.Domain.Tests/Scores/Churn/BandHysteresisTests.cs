using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class BandHysteresisTests
{
    [Theory]
    [InlineData(RiskBand.Low, 0.3999, RiskBand.Low)]
    [InlineData(RiskBand.Low, 0.4, RiskBand.Medium)]
    [InlineData(RiskBand.Low, 0.7, RiskBand.High)]
    [InlineData(RiskBand.Medium, 0.7, RiskBand.High)]
    [InlineData(RiskBand.NotEnoughData, 0.4, RiskBand.Medium)]
    public void It_rises_at_the_threshold(RiskBand band, double probability, RiskBand expected) =>
        Assert.Equal(expected, BandHysteresis.Next(band, probability));

    [Theory]
    [InlineData(RiskBand.High, 0.66, RiskBand.High)]
    [InlineData(RiskBand.High, 0.64, RiskBand.Medium)]
    [InlineData(RiskBand.High, 0.36, RiskBand.Medium)]
    [InlineData(RiskBand.High, 0.34, RiskBand.Low)]
    [InlineData(RiskBand.Medium, 0.36, RiskBand.Medium)]
    [InlineData(RiskBand.Medium, 0.34, RiskBand.Low)]
    [InlineData(RiskBand.Low, 0.36, RiskBand.Low)]
    [InlineData(RiskBand.NotEnoughData, 0.36, RiskBand.Low)]
    public void It_falls_only_well_below_the_threshold(RiskBand band, double probability, RiskBand expected) =>
        Assert.Equal(expected, BandHysteresis.Next(band, probability));

    [Fact]
    public void Without_a_probability_there_is_no_band() => Assert.Equal(RiskBand.NotEnoughData, BandHysteresis.Next(RiskBand.High, null));
}
