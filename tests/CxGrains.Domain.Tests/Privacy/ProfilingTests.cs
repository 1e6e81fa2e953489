using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tests.Customers;
using CxGrains.Tests;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Privacy;

public class ProfilingTests
{
    private const string No = "\"purpose\":\"analytics\",\"granted\":false";
    private const string Yes = "\"purpose\":\"analytics\",\"granted\":true";

    private static readonly WorkspaceSettings Denied = WorkspaceSettings.Default with { Version = 1, Privacy = new PrivacySettings { ConsentDefault = ConsentDefault.Denied } };

    private static readonly Gen<(string[] Lines, string[] Shuffled)> Cases =
        from lines in AnyLines.Of.Where(lines => lines.Length > 0)
        from shuffled in AnyLines.ShuffledThreeTimes(lines)
        select (lines, shuffled);

    [Fact]
    public void Who_is_only_counted_is_the_same_in_any_order() => Law.Holds(Cases, given =>
    {
        var once = Live(given.Lines, Denied);
        var often = Live(given.Shuffled, Denied);
        Sameness.Same(ViewOf(once), ViewOf(often));
        return once.Customer.ToMember() == often.Customer.ToMember();
    });

    [Fact]
    public void Who_is_only_counted_counts_like_anybody_else() => Law.Holds(Cases, given =>
    {
        var (profiled, counted) = (new Totals(), new Totals());
        Live(given.Lines, WorkspaceSettings.Default, profiled.Take);
        Live(given.Shuffled, Denied, counted.Take);
        Assert.Equal(profiled.Interactions, counted.Interactions);
        Assert.Equal(profiled.ByChannel, counted.ByChannel);
        Assert.Equal(profiled.Scores(), counted.Scores());
        Assert.Equal(profiled.Member!.Value with { Band = default, AdvocateDay = null, HasReferred = false }, counted.Member!.Value);
        return true;
    });

    [Fact]
    public void Who_withdraws_is_like_who_never_was_profiled() => Law.Holds(Cases, given =>
    {
        var withdrawn = Live(given.Shuffled, WorkspaceSettings.Default).Happens(Line("no", "consent", NoonMs, No));
        var never = Live([Line("no", "consent", NoonMs, No), .. given.Lines], WorkspaceSettings.Default);
        Sameness.Same(ViewOf(never), ViewOf(withdrawn));
        AssertOnlyCounted(withdrawn);
        return true;
    });

    [Fact]
    public void Nothing_that_comes_late_or_twice_brings_a_profile_back() => Law.Holds(Cases, given =>
    {
        var story = Live(given.Lines, WorkspaceSettings.Default).Happens(Line("no", "consent", NoonMs, No));
        foreach (var line in given.Shuffled)
        {
            story.Happens(line);
        }

        story.IsDue(NoonMs + (400 * DayMs));
        AssertOnlyCounted(story);
        Assert.DoesNotContain(story.Raised, alert => alert.Rule == "churn-high" && alert.AtMs > NoonMs);
        return story.Customer.Interactions == given.Lines.Length + 1;
    });

    [Fact]
    public void The_bytes_of_who_is_only_counted_read_back() => Law.Holds(Cases, given =>
    {
        var story = Live(given.Lines, WorkspaceSettings.Default).Happens(Line("no", "consent", NoonMs, No));
        var bytes = Bytes.Of(writer => CustomerEncoding.Encode(story.Customer, writer));
        var copy = Bytes.Read(bytes, (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources()));
        Assert.False(copy.IsProfiled);
        return bytes.SequenceEqual(Bytes.Of(writer => CustomerEncoding.Encode(copy, writer)));
    });

    [Fact]
    public void Who_consents_later_is_profiled_from_then_on()
    {
        var story = new CustomerStory { Settings = Denied }
            .Happens(Line("v1", "visit", NoonMs - (3 * DayMs)))
            .Happens(Line("yes", "consent", NoonMs - (2 * DayMs), Yes))
            .Happens(Line("late", "visit", NoonMs - (4 * DayMs), "\"channel\":\"web\""))
            .Happens(Line("v2", "visit", NoonMs - DayMs, "\"channel\":\"app\""));

        var view = story.ViewAt(NoonMs);
        Assert.True(view.Profiled);
        Assert.Equal(4, view.Interactions);
        Assert.Equal(["app"], view.Timeline.Select(entry => entry.Channel));
        Assert.Equal(["app"], view.Channels.Keys);
        Assert.False(story.Customer.HasWholeHistory);
        Assert.Equal([new ConsentView("analytics", true, Instants.ToTime(NoonMs - (2 * DayMs)))], view.Consents);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_is_merged_in_goes_by_the_last_word_of_both(bool targetSpoke)
    {
        var source = new CustomerStory { Customer = new("visitor") };
        var target = new CustomerStory();
        foreach (var day in Enumerable.Range(1, 9))
        {
            source.Happens(Line($"s{day}", "visit", NoonMs - (day * DayMs), "\"channel\":\"web\""));
            target.Happens(Line($"t{day}", "visit", NoonMs - (day * DayMs)));
        }

        source.Happens(Line("a", "survey_response", NoonMs, "\"survey\":\"nps\",\"score\":9,\"comment\":\"kind\""));
        (targetSpoke ? target : source).Happens(Line("no", "consent", NoonMs, No));
        source.Happens(Line("m", "alias", NoonMs, "\"previousId\":\"visitor\""));

        target.Takes(Assert.IsType<MergeEffect>(source.Announcement.Effect));

        AssertOnlyCounted(target);
        Assert.Equal(21, target.Customer.Interactions);
        Assert.Null(Assert.Single(target.Announcement.AddedAnswers).Comment);
        Assert.Equal(Instants.ToTime(target.Customer.FirstSeenMs), ViewOf(target).LastSeen);
    }

    [Fact]
    public void Consent_finds_room_however_many_traits_there_are()
    {
        var many = string.Join(',', Enumerable.Range(0, Limits.TraitsMax).Select(i => $"\"t{i}\":1"));
        var story = new CustomerStory().Happens(Line("t", "identify", NoonMs, $"\"traits\":{{{many}}}")).Happens(Line("no", "consent", NoonMs, No));

        Assert.False(story.Customer.IsProfiled);
    }

    [Fact]
    public void A_default_that_changes_takes_the_profile_away_when_the_customer_is_due()
    {
        var story = new CustomerStory().Happens(Line("v1", "visit", NoonMs)).Happens(Line("n", "survey_response", NoonMs, "\"survey\":\"nps\",\"score\":2,\"comment\":\"slow\""));
        story.Settings = Denied;

        story.IsDue(NoonMs + 1);

        AssertOnlyCounted(story);
        Assert.Equal("slow", Assert.Single(story.Announcement.WithdrawnAnswers).Comment);
        Assert.Null(Assert.Single(story.Announcement.AddedAnswers).Comment);
    }

    [Fact]
    public void A_risk_that_was_high_is_told_to_be_over()
    {
        var story = new CustomerStory();
        for (var day = 0; day < 10; day++)
        {
            story.Happens(Line($"v{day}", "visit", NoonMs + (day * DayMs)), NoonMs + (day * DayMs));
        }

        story.IsDue(NoonMs + (300 * DayMs));
        Assert.Equal(RiskBand.High, story.Customer.Band);
        story.Happens(Line("no", "consent", NoonMs + (300 * DayMs), No), NoonMs + (300 * DayMs));

        Assert.True(story.Announcement.HasRecovered);
        Assert.Equal(RiskBand.NotEnoughData, story.Customer.Band);
    }

    [Fact]
    public void The_row_of_the_index_says_so_and_reads_back()
    {
        var entry = new CustomerEntry("ada");
        var story = new CustomerStory().Happens(Line("p", "purchase", NoonMs, "\"value\":5"));
        entry.Refresh(story.Customer, true, true);
        Assert.Equal(1, entry.PurchaseCount);
        story.Happens(Line("no", "consent", NoonMs, No));

        entry.Refresh(story.Customer, true, memberChanged: false);
        var copy = new CustomerEntry("ada");
        Bytes.Read(Bytes.Of(entry.EncodeBody), (reader, names) =>
        {
            copy.DecodeBody(reader, names);
            return 0;
        });

        Assert.False(entry.IsProfiled);
        Assert.Equal((false, RiskBand.NotEnoughData, 0), (copy.IsProfiled, copy.Band, copy.PurchaseCount));
    }

    private static void AssertOnlyCounted(CustomerStory story)
    {
        var view = ViewOf(story);
        Assert.False(view.Profiled);
        Assert.Equal(RiskBand.NotEnoughData, view.Churn.Band);
        Assert.All([view.Engagement.Status, view.Churn.Status, view.Health.Status, view.Buying.Status], status => Assert.Equal(ScoreStatus.NotEnoughData, status));
        Assert.Empty(view.Timeline);
        Assert.Empty(view.Channels);
        Assert.Empty(view.BandChanges);
        Assert.Empty(view.Segments);
        Assert.All(view.Answers, answer => Assert.Null(answer.Comment));
        Assert.Null(story.Customer.Pending);
    }

    private static CustomerView ViewOf(CustomerStory story) => story.ViewAt(NoonMs);

    private static CustomerStory Live(IEnumerable<string> lines, WorkspaceSettings settings, Action<Announcement>? take = null)
    {
        var story = new CustomerStory { Settings = settings };
        foreach (var line in lines)
        {
            story.Happens(line);
            take?.Invoke(story.Announcement);
        }

        return story;
    }

    /// <summary>What a workspace and its surveys sum up.</summary>
    private sealed class Totals
    {
        private readonly List<AnswerContribution> _answers = [];

        public long Interactions { get; private set; }

        public SortedDictionary<string, int> ByChannel { get; } = new(StringComparer.Ordinal);

        public PopulationMember? Member { get; private set; }

        public void Take(Announcement announcement)
        {
            Interactions += announcement.IsCounted ? 1 : 0;
            if (announcement.Channel is { } channel)
            {
                ByChannel[channel.Channel] = ByChannel.GetValueOrDefault(channel.Channel) + 1;
            }

            foreach (var withdrawn in announcement.WithdrawnAnswers)
            {
                Assert.True(_answers.Remove(withdrawn));
            }

            _answers.AddRange(announcement.AddedAnswers);
            Member = announcement.After;
        }

        public IEnumerable<(string Survey, int Score, long AtMs)> Scores() => _answers.Select(answer => (answer.Survey, answer.Score, answer.AtMs)).Order();
    }
}
