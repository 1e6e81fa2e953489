using CxGrains.Domain;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Host.Demo;
using CxGrains.Host.Demo.Behaviour;
using CxGrains.Host.Demo.Company;
using CxGrains.Host.Demo.Surveys;

namespace CxGrains.Host.Tests.Demo;

/// <summary>The default seed makes a believable year. The bounds are those the demo was asked for.</summary>
public sealed class DemoHistoryTests(DemoYear year) : IClassFixture<DemoYear>
{
    [Fact]
    public void It_is_a_year_of_the_stated_size_in_time_order_before_now()
    {
        var times = year.Read.ConvertAll(interaction => interaction.AtMs);

        Assert.InRange(year.Read.Count, 150_000, 250_000);
        Assert.Equal(times.Order(), times);
        Assert.True(times[^1] < DemoYear.NowMs);
        Assert.Equal(3_000, year.Read.Select(interaction => interaction.Customer).Distinct().Count());
    }

    [Fact]
    public void Ids_do_not_repeat() =>
        Assert.Equal(year.Read.Count, year.Read.Select(interaction => interaction.IdFingerprint).Distinct().Count());

    [Fact]
    public void Its_buyers_tell_how_they_buy()
    {
        var today = Instants.DayOf(DemoYear.NowMs);
        var histories = year.Read
            .Where(interaction => interaction.Type == InteractionTypes.Purchase)
            .GroupBy(interaction => interaction.Customer)
            .Select(purchases => BuyingTimes.HistoryOf(
                Instants.DayOf(purchases.Min(purchase => purchase.AtMs)), Instants.DayOf(purchases.Max(purchase => purchase.AtMs)), purchases.Count(), today)!.Value);

        Assert.Equal(FitOutcome.Fitted, BgNbdFitter.Fit(PurchaseStatistics.Of(histories)).Outcome);
    }

    [Fact]
    public void Every_customer_is_introduced_before_it_does_anything()
    {
        var firsts = year.Read.GroupBy(interaction => interaction.Customer).Select(group => group.First().Type);

        Assert.All(firsts, type => Assert.Equal("identify", type));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(248)]
    public void Scores_of_the_last_90_days_are_those_of_a_good_company_with_troubles(int daysLater)
    {
        var now = DemoYear.Now.AddDays(daysLater);
        var since = now.ToUnixTimeMilliseconds() - (90 * TimeSpan.MillisecondsPerDay);
        var latest = (daysLater == 0 ? year : new DemoYear(now)).Read.Where(interaction => interaction.Type == InteractionTypes.SurveyResponse && interaction.AtMs >= since)
            .GroupBy(interaction => (interaction.Answer!.Survey, interaction.Customer))
            .Select(group => group.Last().Answer!)
            .ToLookup(answer => answer.Survey, answer => answer.Score);
        var nps = latest[DemoSurveys.Relationship].ToList();
        var csat = latest[DemoSurveys.AfterPurchase].ToList();
        var ces = latest[DemoSurveys.SupportEase].ToList();

        Assert.InRange(100.0 * (nps.Count(score => score >= 9) - nps.Count(score => score <= 6)) / nps.Count, 35, 45);
        Assert.InRange((double)csat.Count(score => score >= 4) / csat.Count, 0.80, 0.90);
        Assert.InRange(ces.Average(), 5.2, 5.8);
        Assert.InRange(nps.Count, 300, 1_000);
        Assert.InRange(csat.Count, 200, 1_000);
        Assert.InRange(ces.Count, 50, 500);
    }

    [Fact]
    public void About_a_quarter_of_the_surveys_is_answered()
    {
        var sent = year.Read.Count(interaction => interaction.Type == InteractionTypes.SurveySent);
        var answered = year.Read.Count(interaction => interaction.Type == InteractionTypes.SurveyResponse);

        Assert.InRange((double)answered / sent, 0.22, 0.28);
    }

    [Fact]
    public void Most_customers_are_at_low_risk_and_a_few_at_high()
    {
        var rhythms = year.Rhythms();
        var probabilities = rhythms.Values.Select(rhythm => ChurnRisk.Probability(rhythm, DemoYear.NowMs)!.Value).Order().ToList();
        var high = probabilities.Count(probability => probability >= ChurnRisk.HighMin) / (double)probabilities.Count;

        Assert.InRange(high, 0.03, 0.06);
        Assert.InRange(probabilities[probabilities.Count / 2], 0, 0.25);
        Assert.All(
            year.Company.Customers.Where(customer => customer.Habit == DemoHabit.Lost),
            customer => Assert.Equal(RiskBand.High, ChurnRisk.Band(rhythms[customer.Id], DemoYear.NowMs)));
    }

    [Fact]
    public void Drifting_customers_turn_high_risk_within_the_first_hours()
    {
        var rhythms = year.Rhythms();
        var drifting = year.Company.Customers.Where(customer => customer.Habit == DemoHabit.Drifting).ToList();
        var reaches = drifting.ConvertAll(customer => ChurnRisk.ReachesMs(rhythms[customer.Id], ChurnRisk.HighMin));

        Assert.InRange(drifting.Count, 15, 50);
        Assert.All(reaches, ms => Assert.InRange(ms, DemoYear.NowMs, DemoYear.NowMs + (5 * TimeSpan.MillisecondsPerHour)));
    }

    [Fact]
    public void Replies_and_resolutions_belong_to_tickets_that_were_opened()
    {
        var tickets = year.Read.Where(interaction => interaction.Ticket is not null).ToList();
        var opened = tickets.Where(interaction => interaction.Type == "ticket_opened").Select(interaction => (interaction.Customer, interaction.Ticket)).ToList();

        Assert.InRange(opened.Count, 500, 5_000);
        Assert.Equal(opened.Count, opened.Distinct().Count());
        Assert.Empty(tickets.Select(interaction => (interaction.Customer, interaction.Ticket)).Except(opened));
        Assert.DoesNotContain(year.Read, interaction => interaction.Type.StartsWith("ticket_", StringComparison.Ordinal) && interaction.Ticket is null);
    }

    [Fact]
    public void Some_searches_find_nothing_some_baskets_are_left_and_some_customers_consent()
    {
        var counts = year.Read.CountBy(interaction => interaction.Type).ToDictionary();

        Assert.InRange(year.Read.Count(interaction => interaction.FoundNothing) / (double)counts["search"], 0.1, 0.2);
        Assert.InRange(counts["goal_completed"] / (double)counts["goal_started"], 0.5, 0.9);
        Assert.InRange(counts["consent"] / 3_000.0, 0.3, 0.4);
        Assert.InRange(counts["email_opened"] / (double)counts["email_sent"], 0.2, 0.8);
        Assert.InRange(counts["cancel_requested"], 50, 150);
    }

    [Fact]
    public void The_checkout_incident_dents_mobile_answers_three_weeks_ago()
    {
        var satisfied = Satisfied("mobile", 23, 19);

        Assert.InRange(satisfied, 0, 0.6);
        Assert.InRange(Satisfied("mobile", 90, 24), 0.78, 0.95);
        Assert.InRange(Satisfied("web", 23, 19), 0.7, 1);
    }

    [Fact]
    public void Businesses_renew_each_on_one_day_of_the_year_and_a_few_are_late()
    {
        var today = DateOnly.FromDateTime(DemoYear.Now.UtcDateTime);
        var accounts = year.Read.Where(interaction => interaction.Type == InteractionTypes.Group).ToDictionary(interaction => interaction.Customer, interaction => interaction.Account!);
        var stated = year.Read.Where(interaction => interaction.Type == InteractionTypes.Identify && accounts.ContainsKey(interaction.Customer))
            .GroupBy(interaction => accounts[interaction.Customer], interaction => interaction.Traits!.Single(trait => trait.Key == "renewalDate").Value.Text!)
            .Select(account => RenewalDate.OfDay(RenewalDate.DayOf(Assert.Single(account.Distinct()))))
            .ToList();
        var renewed = year.Read.Where(interaction => interaction.Type == InteractionTypes.Renewed).ToList();

        Assert.InRange(accounts.Values.CountBy(account => account).Count(account => account.Value >= 3), 100, 250);
        Assert.InRange(stated.Count(date => date < today), 3, 25);
        Assert.InRange(stated.Count(date => date >= today && date < today.AddDays(30)), 8, 40);
        Assert.InRange(renewed.Count, 150, 250);
        Assert.Distinct(renewed.Select(interaction => accounts[interaction.Customer]));
    }

    [Fact]
    public void Weekends_are_quieter_for_businesses()
    {
        var businesses = year.Company.Customers.Where(customer => customer.Account is not null).Select(customer => customer.Id).ToHashSet();
        var byDay = year.Read.Where(interaction => businesses.Contains(interaction.Customer) && interaction.Type == "login")
            .ToLookup(interaction => Instants.ToTime(interaction.AtMs).DayOfWeek);

        Assert.InRange((byDay[DayOfWeek.Saturday].Count() + byDay[DayOfWeek.Sunday].Count()) / 2.0 / byDay[DayOfWeek.Wednesday].Count(), 0.05, 0.5);
    }

    [Fact]
    public void Equal_seeds_make_equal_years_and_others_do_not()
    {
        Assert.Equal(Lines(1), Lines(1));
        Assert.NotEqual(Lines(1), Lines(2));
    }

    private double Satisfied(string channel, int fromDaysAgo, int toDaysAgo)
    {
        var from = DemoYear.NowMs - (fromDaysAgo * TimeSpan.MillisecondsPerDay);
        var to = DemoYear.NowMs - (toDaysAgo * TimeSpan.MillisecondsPerDay);
        return year.Read
            .Where(interaction => interaction.Answer is { Survey: DemoSurveys.AfterPurchase } && interaction.Type == InteractionTypes.SurveyResponse)
            .Where(interaction => interaction.Channel == channel && interaction.AtMs >= from && interaction.AtMs < to)
            .Average(interaction => interaction.Answer!.Score >= 4 ? 1.0 : 0.0);
    }

    private static List<string> Lines(int seed) =>
        [.. new DemoHistory(DemoCompany.Create(seed, 60), seed, DemoYear.NowMs).Interactions()
            .Select((interaction, place) => Convert.ToBase64String(DemoYear.Json(interaction, DemoIds.OfHistory(place))))];
}
