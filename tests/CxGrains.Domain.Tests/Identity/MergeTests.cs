using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Tests.Customers;
using CxGrains.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Identity;

public class MergeTests
{
    private const string Alias = """{"id":"alias","customer":"ada","type":"alias","previousId":"anon","at":"2020-01-01T00:00:00Z"}""";

    private static readonly Gen<(string[] Lines, bool[] AreAnonymous)> Cases =
        from lines in AnyLines.Of.Where(lines => lines.Length > 0)
        from areAnonymous in Gen.Elements(true, false).ArrayOf(lines.Length)
        select (lines, areAnonymous);

    [Fact]
    public void A_customer_that_was_merged_is_as_if_it_had_lived_under_one_id() => Law.Holds(Cases, given =>
    {
        var visitor = Anonymous();
        var user = new CustomerStory();
        foreach (var (line, isAnonymous) in given.Lines.Zip(given.AreAnonymous))
        {
            _ = isAnonymous ? visitor.Happens(AsAnonymous(line)) : user.Happens(line);
        }

        user.Takes(Assert.IsType<MergeEffect>(visitor.Happens(Alias).Announcement.Effect));

        var whole = CustomerStory.Of([.. given.Lines, AsOrdinary(Alias)]);
        Sameness.Same(whole.ViewAt(CustomerStory.NoonMs), user.ViewAt(CustomerStory.NoonMs), Sameness.BandHistory);
        return user.Customer.ToMember() == whole.Customer.ToMember();
    });

    [Fact]
    public void What_comes_late_for_the_id_that_went_is_passed_on_and_counts() => Law.Holds(Cases, given =>
    {
        var visitor = Anonymous();
        var user = new CustomerStory();
        user.Takes((MergeEffect)visitor.Happens(Alias).Announcement.Effect!);
        foreach (var (line, isAnonymous) in given.Lines.Zip(given.AreAnonymous))
        {
            if (isAnonymous)
            {
                user.Takes(Assert.IsType<ForwardEffect>(visitor.Happens(AsAnonymous(line)).Announcement.Effect));
            }
            else
            {
                user.Happens(line);
            }
        }

        var whole = CustomerStory.Of([AsOrdinary(Alias), .. given.Lines]);
        Sameness.Same(whole.ViewAt(CustomerStory.NoonMs), user.ViewAt(CustomerStory.NoonMs), Sameness.BandHistory);
        return visitor.Customer.IsEmpty;
    });

    [Fact]
    public void Answers_are_taken_back_where_they_were_given_and_counted_once_where_they_went() => Law.Holds(Cases, given =>
    {
        var visitor = Anonymous();
        var user = new CustomerStory();
        var counted = new List<object>();
        void Note(Announcement announcement)
        {
            Assert.All(announcement.WithdrawnAnswers, answer => Assert.True(counted.Remove(answer)));
            counted.AddRange(announcement.AddedAnswers);
        }

        foreach (var (line, isAnonymous) in given.Lines.Zip(given.AreAnonymous))
        {
            Note((isAnonymous ? visitor.Happens(AsAnonymous(line)) : user.Happens(line)).Announcement);
        }

        Note(visitor.Happens(Alias).Announcement);
        Note(user.Takes((MergeEffect)visitor.Announcement.Effect!).Announcement);
        return counted.ToHashSet().SetEquals(user.Customer.Answers.Select(kept => kept.Contribution));
    });

    [Fact]
    public void Repeats_of_what_either_lived_have_no_effect()
    {
        var visitor = Anonymous().Happens(AsAnonymous(CustomerStory.Line("i1", "visit", CustomerStory.NoonMs)));
        var user = new CustomerStory().Happens(CustomerStory.Line("i2", "visit", CustomerStory.NoonMs));
        user.Takes((MergeEffect)visitor.Happens(Alias).Announcement.Effect!);

        user.Happens(CustomerStory.Line("i1", "visit", CustomerStory.NoonMs));
        user.Happens(CustomerStory.Line("i2", "visit", CustomerStory.NoonMs));
        user.Takes((ForwardEffect)visitor.Happens(AsAnonymous(CustomerStory.Line("i1", "visit", CustomerStory.NoonMs))).Announcement.Effect!);

        Assert.Equal(3, user.Customer.Interactions);
    }

    [Fact]
    public void Nothing_is_left_of_the_id_that_went_but_whom_it_stands_for()
    {
        var visitor = Anonymous();
        foreach (var line in AnyLines.Of.Sample(60).MaxBy(lines => lines.Length)!)
        {
            visitor.Happens(AsAnonymous(line));
        }

        visitor.Happens(Alias);

        var fresh = new Customer("anon") { Position = visitor.Customer.Position, MergedInto = "ada" };
        Assert.Equal(Bytes.Of(writer => CustomerEncoding.Encode(fresh, writer)), Bytes.Of(writer => CustomerEncoding.Encode(visitor.Customer, writer)));
        Assert.True(visitor.Announcement.IsGone);
    }

    [Fact]
    public void Alerts_of_the_id_that_went_stay_for_somebody_to_handle()
    {
        var book = new AlertBook();
        book.Add(new Alert("complaints:anon:1", "complaints", "anon", CustomerStory.NoonMs, "Complained", null));
        var visitor = Anonymous().Happens(AsAnonymous(CustomerStory.Line("i1", "visit", CustomerStory.NoonMs)));

        book.Take(visitor.Happens(Alias).Announcement, "anon");

        Assert.True(visitor.Announcement.IsGone);
        Assert.Equal(1, book.OpenCount);
    }

    [Theory]
    [InlineData("""{"id":"a","customer":"ada","type":"alias"}""", "previousId")]
    [InlineData("""{"id":"a","customer":"ada","type":"alias","previousId":"ada"}""", "previousId")]
    [InlineData("""{"id":"a","customer":"ada","type":"alias","previousId":""}""", "previousId")]
    public void An_alias_without_another_id_is_refused(string line, string field) =>
        Assert.Contains(field, Assert.Throws<InvalidOperationException>(() => new CustomerStory().Happens(line)).Message, StringComparison.Ordinal);

    private static CustomerStory Anonymous() => new() { Customer = new Customer("anon") };

    private static string AsAnonymous(string line) => line.Replace("\"customer\":\"ada\"", "\"customer\":\"anon\"", StringComparison.Ordinal);

    // What counts, and does nothing else.
    private static string AsOrdinary(string alias) =>
        alias.Replace("\"alias\",\"previousId\":\"anon\"", "\"identify\",\"traits\":{}", StringComparison.Ordinal);
}
