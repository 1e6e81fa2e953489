using CxGrains.Domain.Surveys;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class SurveyAnswerTests
{
    [Fact]
    public void Every_field_of_an_answer_is_read_even_before_the_type()
    {
        var answer = Accept("""
            {"survey":"s1","metric":"rating","scale":6,"score":6,"comment":"so\nso","response":"r1","revision":3,"type":"survey_response","customer":"c1"}
            """).Answer!;

        Assert.Equal("s1", answer.Survey);
        Assert.Equal(SurveyMetric.Rating, answer.Metric);
        Assert.Equal(6, answer.Scale);
        Assert.Equal(6, answer.Score);
        Assert.Equal("so\nso", answer.Comment);
        Assert.Equal("r1", answer.Response);
        Assert.Equal(3, answer.Revision);
    }

    [Fact]
    public void Only_survey_and_score_are_required()
    {
        var answer = Accept(Answer("\"score\":0")).Answer!;

        Assert.Null(answer.Metric);
        Assert.Null(answer.Scale);
        Assert.Null(answer.Comment);
        Assert.Null(answer.Response);
        Assert.Equal(0, answer.Revision);
        AssertError(Reject(OfType("survey_response", "\"score\":5")), "survey", "missing", "128");
        AssertError(Reject(Answer("\"metric\":\"nps\"")), "score", "missing");
        AssertError(Reject(Answer("\"score\":null")), "score", "missing");
    }

    [Theory]
    [InlineData("", 0, 10)]
    [InlineData(",\"scale\":4", 0, 4)]
    [InlineData(",\"metric\":\"nps\"", 0, 10)]
    [InlineData(",\"metric\":\"nps\",\"scale\":10", 0, 10)]
    [InlineData(",\"metric\":\"ces\"", 1, 7)]
    [InlineData(",\"metric\":\"ces\",\"scale\":7", 1, 7)]
    [InlineData(",\"metric\":\"csat\"", 1, 10)]
    [InlineData(",\"metric\":\"csat\",\"scale\":2", 1, 2)]
    [InlineData(",\"metric\":\"csat\",\"scale\":10", 1, 10)]
    [InlineData(",\"metric\":\"rating\"", 1, 10)]
    [InlineData(",\"metric\":\"rating\",\"scale\":3", 1, 3)]
    public void A_score_lies_on_the_stated_scale(string stated, int min, int max)
    {
        for (var score = -2; score <= 12; score++)
        {
            var json = Answer($"\"score\":{score}{stated}");
            if (score >= min && score <= max)
            {
                Assert.Equal(score, Accept(json).Answer!.Score);
            }
            else
            {
                // What no survey allows is refused against the widest scale, before metric and scale are known.
                var bounds = score is < 0 or > 10 ? "0 to 10" : $"{min} to {max}";
                AssertError(Reject(json), "score", $"{score} is outside {bounds}");
            }
        }
    }

    [Theory]
    [InlineData("8.5")]
    [InlineData("1e1")]
    [InlineData("7.99999999999999999999999999999999")]
    public void A_score_is_a_whole_number(string score) => AssertError(Reject(Answer($"\"score\":{score}")), "score", score, "not a whole number");

    [Fact]
    public void A_whole_number_may_be_written_with_a_fraction_of_zero() => Assert.Equal(8, Accept(Answer("\"score\":8.0")).Answer!.Score);

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("11")]
    public void A_score_beyond_every_scale_is_refused(string score) => AssertError(Reject(Answer($"\"score\":{score}")), "score", score, "0 to 10");

    [Theory]
    [InlineData("\"8\"", "a string (\"8\")")]
    [InlineData("true", "true")]
    [InlineData("[8]", "an array")]
    public void A_score_is_a_number(string score, string came) => AssertError(Reject(Answer($"\"score\":{score}")), "score", came, "whole number");

    [Fact]
    public void Not_a_number_is_no_JSON() => AssertError(Reject(Answer("\"score\":NaN")), "json", "'N'", "line 1, byte 64");

    [Theory]
    [InlineData("nps", SurveyMetric.Nps)]
    [InlineData("csat", SurveyMetric.Csat)]
    [InlineData("ces", SurveyMetric.Ces)]
    [InlineData("rating", SurveyMetric.Rating)]
    [InlineData("\\u006eps", SurveyMetric.Nps)]
    public void Metrics_are_known_by_name(string name, SurveyMetric metric) =>
        Assert.Equal(metric, Accept(Answer($"\"score\":5,\"metric\":\"{name}\"")).Answer!.Metric);

    [Fact]
    public void Other_metrics_are_refused()
    {
        foreach (var name in new[] { "", "NPS", "npsx", "ratings", "a very long name of a metric" })
        {
            AssertError(Reject(Answer($"\"score\":5,\"metric\":\"{name}\"")), "metric", $"\"{name}\"", "nps, csat, ces or rating");
        }

        AssertError(Reject(Answer("\"score\":5,\"metric\":1")), "metric", "a number (1)", "nps, csat, ces or rating");
    }

    [Theory]
    [InlineData("1", "2 to 10")]
    [InlineData("11", "2 to 10")]
    [InlineData("5.5", "2 to 10")]
    [InlineData("\"5\"", "2 to 10")]
    public void A_scale_is_a_whole_number_from_2_to_10(string scale, string limit) => AssertError(Reject(Answer($"\"score\":1,\"scale\":{scale}")), "scale", limit);

    [Theory]
    [InlineData("nps", 9, 10)]
    [InlineData("nps", 5, 10)]
    [InlineData("ces", 6, 7)]
    [InlineData("ces", 8, 7)]
    public void The_scales_of_nps_and_ces_are_fixed(string metric, int stated, int end) =>
        AssertError(Reject(Answer($"\"score\":2,\"metric\":\"{metric}\",\"scale\":{stated}")), "scale", $"{stated} does not fit", metric, $"{end}");

    [Fact]
    public void A_comment_is_bounded_and_an_empty_one_is_none()
    {
        Assert.Equal(2000, Accept(Answer($"\"score\":5,\"comment\":\"{new string('ü', 2000)}\"")).Answer!.Comment!.Length);
        Assert.Null(Accept(Answer("\"score\":5,\"comment\":\"\"")).Answer!.Comment);

        AssertError(Reject(Answer($"\"score\":5,\"comment\":\"{new string('ü', 2001)}\"")), "comment", "2001", "2000");
        AssertError(Reject(Answer("\"score\":5,\"comment\":\"\\ud800\"")), "comment", "surrogate");
        AssertError(Reject(Answer("\"score\":5,\"comment\":{}")), "comment", "an object", "2000");
    }

    [Fact]
    public void A_revision_is_a_whole_number_from_0_to_a_million()
    {
        Assert.Equal(1_000_000, Accept(Answer("\"score\":5,\"revision\":1000000")).Answer!.Revision);

        AssertError(Reject(Answer("\"score\":5,\"revision\":1000001")), "revision", "1000001", "0 to 1000000");
        AssertError(Reject(Answer("\"score\":5,\"revision\":-1")), "revision", "-1");
        AssertError(Reject(Answer("\"score\":5,\"revision\":\"1\"")), "revision", "a string");
    }

    [Theory]
    [InlineData("survey")]
    [InlineData("response")]
    public void Survey_and_response_are_ids(string field)
    {
        Accept(OfType("survey_response", $"\"survey\":\"s\",\"score\":5,\"{field}\":\"{new string('x', 128)}\""));

        AssertError(Reject(OfType("survey_response", $"\"survey\":\"s\",\"score\":5,\"{field}\":\"{new string('x', 129)}\"")), field, "129", "128");
        AssertError(Reject(OfType("survey_response", $"\"survey\":\"s\",\"score\":5,\"{field}\":7")), field, "a number (7)");
        AssertError(Reject(OfType("survey_response", $"\"survey\":\"s\",\"score\":5,\"{field}\":\" x\"")), field, "white space");
    }

    [Fact]
    public void A_survey_sent_names_its_survey_and_nothing_else()
    {
        var answer = Accept(OfType("survey_sent", "\"survey\":\"s1\",\"score\":8.5,\"comment\":\"x\"")).Answer!;

        Assert.Equal("s1", answer.Survey);
        Assert.Null(answer.Comment);
        AssertError(Reject(OfType("survey_sent", "\"score\":8")), "survey", "missing");
        AssertError(Reject(OfType("survey_sent", "\"survey\":8")), "survey", "a number (8)");
    }

    [Fact]
    public void On_other_types_survey_fields_mean_nothing() =>
        Assert.Null(Accept(Visit("\"survey\":{},\"metric\":[1],\"scale\":99,\"score\":\"high\",\"comment\":1,\"response\":{\"a\":[]},\"revision\":-1")).Answer);

    private static string Answer(string members) => OfType("survey_response", "\"survey\":\"s\"," + members);
}
