using CxGrains.Domain.Scores.Health;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Health;

public class HealthMeasuresTests
{
    [Fact]
    public void Each_measure_is_kept_to_a_fortieth_of_a_point_beside_the_others() => Law.Holds(
        AnyMeasures.Values,
        values =>
        {
            var measures = AnyMeasures.Of(values);
            return Enumerable.Range(0, HealthMeasures.Count).All(measure => (values[measure], measures[(HealthMeasure)measure]) switch
            {
                (null, null) => true,
                ({ } given, { } kept) => Math.Abs(given - kept) <= 0.5 / HealthMeasures.StepsPerPoint,
                _ => false,
            });
        });

    [Fact]
    public void A_measure_can_be_taken_back() => Assert.Equal(
        HealthMeasures.None.With(HealthMeasure.Value, 100),
        HealthMeasures.None.With(HealthMeasure.Value, 100).With(HealthMeasure.Support, 0).With(HealthMeasure.Support, null));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void A_value_out_of_range_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HealthMeasures.None.With(HealthMeasure.Usage, value));
}
