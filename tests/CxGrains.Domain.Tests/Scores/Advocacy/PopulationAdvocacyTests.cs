using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Tests.Customers;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Scores.Advocacy;

/// <summary>A population's counts against those of its members one by one.</summary>
public class PopulationAdvocacyTests
{
    [Fact]
    public void Announced_members_add_up_to_what_customers_show_at_any_instant() => Law.Holds(
        from lines in AnyLines.Of.ArrayOf()
        from days in Gen.Choose(0, 800)
        select (lines, atMs: NoonMs + (days * DayMs)),
        given =>
        {
            var shard = new WorkspaceShard();
            var stories = new List<CustomerStory>();
            foreach (var lines in given.lines.Where(lines => lines.Length > 0))
            {
                var story = new CustomerStory();
                stories.Add(story);
                foreach (var line in lines)
                {
                    // The generator knows no promoters.
                    story.Happens(line.Replace("\"survey\":\"nps\",\"score\":5", "\"survey\":\"nps\",\"score\":9", StringComparison.Ordinal));
                    shard.Take(story.Announcement);
                }
            }

            var view = AdvocacyViews.Of(shard.Customers, given.atMs);
            var each = stories.Select(story => AdvocacyViews.Of(story.Customer, given.atMs)).ToList();
            return view.Customers == each.Count
                && view.Advocates == each.Count(one => one.Status == AdvocacyStatus.Advocate)
                && view.Promoters == each.Count(one => one.Status >= AdvocacyStatus.Promoter)
                && view.Referrers == each.Count(one => one.Referrals > 0);
        });

    [Fact]
    public void The_referral_rate_has_its_interval()
    {
        var shard = new PopulationShard();
        for (var i = 0; i < 10; i++)
        {
            shard.Join(Of([Line("i1", i < 3 ? "referral" : "visit", NoonMs)]).Customer.ToMember());
        }

        var view = AdvocacyViews.Of(shard, NoonMs);
        Assert.Equal(30, view.ReferralRate);
        Assert.Equal(10.78, view.ReferralRateLow!.Value, 2);
        Assert.Equal(60.32, view.ReferralRateHigh!.Value, 2);
    }

    [Fact]
    public void Of_nobody_there_is_no_rate()
    {
        var view = AdvocacyViews.Of(new PopulationShard(), NoonMs);

        Assert.Equal(ScoreStatus.NotEnoughData, view.Status);
        Assert.Null(view.ReferralRate);
    }
}
