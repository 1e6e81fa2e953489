using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Tests.Customers;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Scores.Advocacy;

public class TestimonialCheckTests
{
    private static readonly string Consent = Line("c1", "consent", NoonMs - DayMs, "\"purpose\":\"testimonial\",\"granted\":true");
    private static readonly string Good = Answer("i1", "nps", 9, 5, "love it");

    [Fact]
    public void Who_is_positive_in_words_and_consents_may_be_asked()
    {
        var check = Check(NoonMs, Good, Consent);

        Assert.True(check.MayAsk);
        Assert.Equal("The latest NPS answer is 9 of 10 with a comment, and the customer consents", check.Reason);
        Assert.Equal("love it", check.Answer!.Comment);
    }

    [Fact]
    public void Without_consent_nobody_is_asked()
    {
        Assert.Equal("The latest NPS answer is positive with a comment, but there is no consent to testimonials", Refused(NoonMs, Good));
        Refused(NoonMs, Good, Consent, Line("c2", "consent", NoonMs, "\"purpose\":\"testimonial\",\"granted\":false"));
        Refused(NoonMs, Good, Line("c2", "consent", NoonMs, "\"purpose\":\"email\",\"granted\":true"));
    }

    [Fact]
    public void An_answer_without_words_is_not_enough() =>
        Assert.Equal("No latest answer is positive and has a comment", Refused(NoonMs, Answer("i1", "nps", 10, 5), Consent));

    [Fact]
    public void A_later_answer_without_words_stands_for_its_metric() => Refused(NoonMs, Good, Answer("i2", "nps", 9, 1), Consent);

    [Fact]
    public void A_negative_latest_answer_of_any_metric_forbids_it() =>
        Assert.Equal("The latest CSAT answer is unsatisfied", Refused(NoonMs, Good, Consent, Answer("i2", "csat", 2, 1)));

    [Fact]
    public void Answers_speak_for_a_year()
    {
        Assert.True(Check(NoonMs + (359 * DayMs), Good, Consent).MayAsk);
        Refused(NoonMs + (360 * DayMs), Good, Consent);
        Assert.True(Check(NoonMs, Good, Consent, Answer("i2", "csat", 1, 365)).MayAsk);
    }

    private static string Refused(long atMs, params string[] lines)
    {
        var check = Check(atMs, lines);
        Assert.False(check.MayAsk);
        Assert.Null(check.Answer);
        return check.Reason;
    }

    private static TestimonialCheck Check(long atMs, params string[] lines) => TestimonialCheck.Of(Of(lines).Customer, atMs);

    private static string Answer(string id, string survey, int score, int daysAgo, string? comment = null) => Line(
        id, "survey_response", NoonMs - (daysAgo * DayMs), $"\"survey\":\"{survey}\",\"score\":{score}" + (comment is null ? "" : $",\"comment\":\"{comment}\""));
}
