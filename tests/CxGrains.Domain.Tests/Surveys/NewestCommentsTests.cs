using CxGrains.Domain.Surveys;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Surveys;

public class NewestCommentsTests
{
    [Fact]
    public void The_newest_by_time_then_key_are_kept_whatever_their_order() => Law.Holds(
        Gen.Choose(0, 40).SelectMany(_ => Gen.Choose(0, 5), (atMs, key) => Comment(atMs, (ulong)key)).ArrayOf(280),
        given =>
        {
            var expected = given.OrderByDescending(comment => comment.AtMs).ThenByDescending(comment => comment.Key).Take(Limits.CommentsMax);
            return expected.SequenceEqual(Fold(given).NewestFirst) && expected.SequenceEqual(Fold(given.Reverse()).NewestFirst);
        });

    [Fact]
    public void Only_the_comment_of_that_answer_is_removed()
    {
        var comments = Fold([Comment(5, 1), Comment(5, 2), Comment(5, 1) with { Customer = "bob" }, Comment(6, 1)]);
        comments.Remove(5, 1, "bob");
        comments.Remove(5, 3, "ada");

        Assert.Equal([Comment(6, 1), Comment(5, 2), Comment(5, 1)], comments.NewestFirst);
    }

    private static SurveyComment Comment(long atMs, ulong key) => new(atMs, key, 3, "ada", "slow");

    private static NewestComments Fold(IEnumerable<SurveyComment> comments)
    {
        var newest = new NewestComments();
        foreach (var comment in comments)
        {
            newest.Add(comment);
        }

        return newest;
    }
}
