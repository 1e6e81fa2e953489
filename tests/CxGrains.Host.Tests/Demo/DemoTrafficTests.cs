using System.Text;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Host.Demo;
using CxGrains.Host.Demo.Behaviour;
using CxGrains.Host.Demo.Company;

namespace CxGrains.Host.Tests.Demo;

public sealed class DemoTrafficTests
{
    private const int TickMs = 200;

    private static readonly DemoOptions Options = new();
    private static readonly DemoCompany Company = DemoCompany.Create(Options.Seed, Options.Customers);

    [Fact]
    public void The_rate_stays_within_its_bounds_and_moves()
    {
        var byTenSeconds = Run(DemoYear.NowMs, minutes: 10).GroupBy(item => (item.Tick - 1) * TickMs / 10_000).Select(group => group.Count() / 10.0).ToList();

        Assert.All(byTenSeconds, rate => Assert.InRange(rate, Options.RatePerSecondMin, Options.RatePerSecondMax));
        Assert.InRange(byTenSeconds.Max() - byTenSeconds.Min(), 5, 25);
    }

    [Fact]
    public void Each_interaction_is_accepted_and_lies_in_its_tick()
    {
        var names = new NamePool();
        var ids = new DemoIds();
        foreach (var (tick, interaction) in Run(DemoYear.NowMs, minutes: 10))
        {
            var tickMs = DemoYear.NowMs + (tick * TickMs);
            var line = DemoYear.Json(interaction, ids.NextLive(tickMs));

            Assert.True(InteractionReader.TryRead(line, tickMs, names, out _, out var error), $"{Encoding.UTF8.GetString(line)}: {error}");
            Assert.InRange(interaction.AtMs, tickMs - TickMs, tickMs);
        }
    }

    [Fact]
    public void Answers_with_comments_come_and_a_lost_customer_returns()
    {
        var happened = Run(DemoYear.NowMs, minutes: 30).ConvertAll(item => item.Interaction);

        Assert.InRange(happened.Count(interaction => interaction.Score is not null), 100, 800);
        Assert.InRange(happened.Count(interaction => interaction.Comment is not null), 40, 400);
        Assert.InRange(happened.Select(interaction => interaction.Customer).Where(customer => customer.Habit == DemoHabit.Lost).Distinct().Count(), 2, 20);
        Assert.All(
            happened.Where(interaction => interaction.Customer.Habit is DemoHabit.Drifting or DemoHabit.Fading),
            interaction => Assert.Equal("cancel_requested", interaction.Type));
    }

    [Fact]
    public void Equal_starts_make_equal_traffic() =>
        Assert.Equal(Run(DemoYear.NowMs, minutes: 1), Run(DemoYear.NowMs, minutes: 1));

    [Fact]
    public void Ids_do_not_repeat_after_a_restart_or_while_the_clock_stands()
    {
        var ids = new DemoIds();
        var restarted = new DemoIds();
        string[] all = [ids.NextLive(1_000), ids.NextLive(1_000), ids.NextLive(999), ids.NextLive(1_200), restarted.NextLive(1_201), DemoIds.OfHistory(1_000)];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void A_clock_that_jumps_ahead_makes_no_flood()
    {
        var traffic = new DemoTraffic(Company, Options, DemoYear.NowMs);

        var happened = traffic.Until(DemoYear.NowMs + TimeSpan.MillisecondsPerDay);

        Assert.InRange(happened.Count, 0, (int)Options.RatePerSecondMax);
    }

    private static List<(long Tick, DemoInteraction Interaction)> Run(long startMs, int minutes)
    {
        var traffic = new DemoTraffic(Company, Options, startMs);
        var happened = new List<(long Tick, DemoInteraction Interaction)>();
        for (var tick = 1L; tick * TickMs <= minutes * TimeSpan.MillisecondsPerMinute; tick++)
        {
            happened.AddRange(traffic.Until(startMs + (tick * TickMs)).Select(interaction => (tick, interaction)));
        }

        return happened;
    }
}
