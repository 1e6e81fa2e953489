using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Surveys;

public class AnswerDaysTests
{
    private static readonly Gen<(SurveyMetric Metric, int Score, int Scale, int Day)[]> Histories =
        (from survey in Gen.Elements(
             (SurveyMetric.Nps, 10), (SurveyMetric.Csat, 5), (SurveyMetric.Csat, 7), (SurveyMetric.Ces, 7), (SurveyMetric.Ces, 5), (SurveyMetric.Rating, 5))
         from score in Gen.Choose(1, survey.Item2)
         from day in Gen.Choose(100, 140)
         select (survey.Item1, score, survey.Item2, day)).ArrayOf();

    [Fact]
    public void Answers_on_mixed_scales_count_by_what_they_have_in_common()
    {
        var answers = Fold(
        [
            (SurveyMetric.Nps, 10, 10, 100), (SurveyMetric.Nps, 7, 10, 101), (SurveyMetric.Nps, 0, 10, 102),
            (SurveyMetric.Csat, 4, 5, 100), (SurveyMetric.Csat, 4, 7, 100), (SurveyMetric.Csat, 7, 7, 101),
            (SurveyMetric.Ces, 6, 7, 100), (SurveyMetric.Ces, 5, 5, 100), (SurveyMetric.Rating, 5, 5, 100),
        ]);

        Assert.Equal(new NpsScore(1, 1, 1), answers.Nps(100, 102));
        Assert.Equal(new NpsScore(0, 1, 0), answers.Nps(101, 101));
        Assert.Equal(new CsatScore(2, 3), answers.Csat(100, 102));
        Assert.Equal(new CesScore([0, 0, 0, 0, 0, 1, 0]), answers.Ces(100, 102));
    }

    [Fact]
    public void Without_answers_there_is_no_score()
    {
        var answers = Fold([(SurveyMetric.Nps, 10, 10, 100)]);

        Assert.Null(answers.Nps(101, 200));
        Assert.Null(answers.Csat(0, 200));
        Assert.Null(answers.Ces(0, 200));
    }

    [Fact]
    public void The_trend_is_the_trailing_window_of_each_day() => Law.Holds(
        Histories,
        history =>
        {
            var answers = Fold(history);
            var days = Enumerable.Range(116, 30).ToList();
            return answers.NpsTrailing(145, 30, 7).SequenceEqual(days.Select(day => answers.Nps(day - 6, day)))
                && answers.CsatTrailing(145, 30, 7).SequenceEqual(days.Select(day => answers.Csat(day - 6, day)))
                && answers.CesTrailing(145, 30, 7).SequenceEqual(days.Select(day => answers.Ces(day - 6, day)));
        });

    [Fact]
    public void What_is_withdrawn_might_never_have_been_there() => Law.Holds(
        Histories.Two(),
        pair =>
        {
            var answers = Fold(pair.Item1.Concat(pair.Item2));
            foreach (var (metric, score, scale, day) in pair.Item2)
            {
                answers.Withdraw(metric, score, scale, day);
            }

            return View(answers) == View(Fold(pair.Item1));
        });

    [Fact]
    public void Merging_is_like_adding_all_to_one_in_any_order() => Law.Holds(
        Histories.Three(),
        given =>
        {
            var (a, b, c) = (Fold(given.Item1), Fold(given.Item2), Fold(given.Item3));
            var all = Bytes.Of(Fold(given.Item1.Concat(given.Item2).Concat(given.Item3)).Encode);
            return all.SequenceEqual(Bytes.Of(AnswerDays.Merge(AnswerDays.Merge(a, b), c).Encode))
                && all.SequenceEqual(Bytes.Of(AnswerDays.Merge(a, AnswerDays.Merge(b, c)).Encode))
                && all.SequenceEqual(Bytes.Of(AnswerDays.Merge(AnswerDays.Merge(c, b), a).Encode));
        });

    private static AnswerDays Fold(IEnumerable<(SurveyMetric Metric, int Score, int Scale, int Day)> history)
    {
        var answers = new AnswerDays();
        foreach (var (metric, score, scale, day) in history)
        {
            answers.Add(metric, score, scale, day);
        }

        return answers;
    }

    private static string View(AnswerDays answers) =>
        string.Join('\n', Enumerable.Range(100, 41).Select(day => $"{answers.Nps(day, day)} {answers.Csat(day, day)} {answers.Ces(day, day)}"));
}
