using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tests.Customers;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Scores.Advocacy;

public class AdvocacyRulesTests
{
    private static readonly string Referral = Line("i2", "referral", NoonMs - (10 * DayMs));

    [Theory]
    [InlineData(0, AdvocacyStatus.Detractor)]
    [InlineData(6, AdvocacyStatus.Detractor)]
    [InlineData(7, AdvocacyStatus.Passive)]
    [InlineData(8, AdvocacyStatus.Passive)]
    [InlineData(9, AdvocacyStatus.Advocate)]
    [InlineData(10, AdvocacyStatus.Advocate)]
    public void Only_a_promoter_who_acts_is_an_advocate(int score, AdvocacyStatus expected) =>
        Assert.Equal(expected, StatusAt(NoonMs, Nps("i1", score, 20), Referral));

    [Fact]
    public void A_review_does_as_well_and_the_order_does_not_matter()
    {
        var review = Line("i2", "review", NoonMs - (30 * DayMs));

        Assert.Equal(AdvocacyStatus.Advocate, StatusAt(NoonMs, Nps("i1", 9, 20), review));
        Assert.Equal(AdvocacyStatus.Advocate, StatusAt(NoonMs, review, Nps("i1", 9, 20)));
        Assert.Equal(AdvocacyStatus.Promoter, StatusAt(NoonMs, Nps("i1", 9, 20)));
        Assert.Equal(AdvocacyStatus.NotEnoughData, StatusAt(NoonMs, review));
    }

    [Fact]
    public void It_lasts_a_year_from_the_act_and_from_the_answer()
    {
        string[] lines = [Nps("i1", 9, 0), Referral];

        Assert.Equal(AdvocacyStatus.Advocate, StatusAt(NoonMs + (354 * DayMs), lines));
        Assert.Equal(AdvocacyStatus.Promoter, StatusAt(NoonMs + (355 * DayMs), lines));
        Assert.Equal(AdvocacyStatus.Promoter, StatusAt(NoonMs + (364 * DayMs), lines));
        Assert.Equal(AdvocacyStatus.NotEnoughData, StatusAt(NoonMs + (365 * DayMs), lines));
    }

    [Fact]
    public void A_lower_answer_ends_it() =>
        Assert.Equal(AdvocacyStatus.Passive, StatusAt(NoonMs, Nps("i1", 10, 20), Referral, Nps("i3", 8, 1)));

    private static string Nps(string id, int score, int daysAgo) =>
        Line(id, "survey_response", NoonMs - (daysAgo * DayMs), $"\"survey\":\"nps\",\"score\":{score}");

    private static AdvocacyStatus StatusAt(long atMs, params string[] lines)
    {
        var customer = Of(lines).Customer;
        return AdvocacyRules.StatusOf(customer.LatestAnswer(SurveyMetric.Nps), customer.AdvocacyActs, atMs);
    }
}
