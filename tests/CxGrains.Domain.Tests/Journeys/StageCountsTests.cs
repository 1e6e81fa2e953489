using CxGrains.Domain.Journeys;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Tests.Journeys;

public class StageCountsTests
{
    // By hand: Wilson's lower end of 40 of 100 is 30.94 %, of 6 of 20 it is 14.55 %; 1 - 0.6906 * 0.8545 = 0.4099.
    [Fact]
    public void Pain_joins_drops_and_low_answers() =>
        Assert.Equal(0.4099, Of(130, 60, 40, new CsatScore(14, 20)).Pain, 4);

    [Fact]
    public void Few_customers_say_less_than_many() => Assert.True(Of(2, 0, 2, null).Pain < Of(1000, 500, 500, null).Pain);

    [Fact]
    public void Nothing_hurts_where_nothing_is_known() => Assert.Equal(0, Of(5, 0, 0, null).Pain);

    private static StageCounts Of(long entered, long movedOn, long dropped, CsatScore? csat) =>
        new(entered, movedOn, dropped, new StageTimes(new long[StageTimes.BucketsCount]), csat, null);
}
