using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class ChurnDriversTests
{
    private static readonly RiskInputs Inputs = default(RiskInputs) with
    {
        Rhythm = new Rhythm(5, 48, AnyRisk.NowMs),
        Purchases = Purchases.None,
    };

    [Fact]
    public void Drivers_sum_to_the_difference_from_the_average_customer() => Law.Holds(
        from model in AnyRisk.Models
        from outcome in AnyRisk.Outcomes
        select (model, outcome),
        given =>
        {
            var (model, outcome) = given;
            var drivers = ChurnDrivers.Of(model, outcome.Inputs, outcome.Traits, outcome.AtMs)!;
            var logOdds = model.CurveOf(outcome.Inputs, model.TraitLogOdds(outcome.Traits)).LogOdds(outcome.AtMs);
            return drivers.Top.Length <= ChurnDrivers.TopMax
                && Math.Abs(drivers.Top.Sum(driver => driver.LogOdds) + drivers.RemainderLogOdds - (logOdds - model.BaselineLogOdds)) < 1e-9;
        },
        runs: 50);

    [Fact]
    public void The_priors_drivers_sum_to_the_difference_from_a_new_customer() => Law.Holds(
        AnyRisk.Outcomes,
        outcome =>
        {
            var drivers = ChurnDrivers.Of(PublishedModel.Prior, outcome.Inputs, outcome.Traits, outcome.AtMs)!;
            var logOdds = ChurnRisk.HistoryLogOdds(outcome.Inputs.Rhythm) + ChurnRisk.SilenceLogOdds(outcome.Inputs.Rhythm, outcome.AtMs);
            return Math.Abs(drivers.LogOdds - logOdds) < 1e-9
                && Math.Abs(drivers.BaselineLogOdds - Math.Log(0.25)) < 1e-12;
        });

    [Fact]
    public void The_prior_tells_of_silence_and_history()
    {
        var drivers = ChurnDrivers.Of(PublishedModel.Prior, Inputs, [], AnyRisk.NowMs + (41 * AnyRisk.DayMs))!;

        Assert.Equal(["No activity for 41 days; usual gap 12 days", "Active on 5 days within 49 days"], drivers.Top.Select(driver => driver.Words));
        Assert.True(drivers.Top[0].LogOdds > 0 && drivers.Top[1].LogOdds < 0);
    }

    [Fact]
    public void A_trait_is_told_against_the_average_of_all_its_values()
    {
        // Half have no contract, and leave; half have one, and stay.
        var model = Contracts();
        var none = Driver(model, "none");
        var year = Driver(model, "year");

        Assert.Equal("contract: none", none.Words);
        Assert.Equal("contract: year", year.Words);
        Assert.InRange(none.LogOdds, 1, 10);
        Assert.Equal(-none.LogOdds, year.LogOdds, 2);
    }

    [Fact]
    public void What_others_have_and_this_customer_has_not_is_the_remainder()
    {
        var drivers = ChurnDrivers.Of(Contracts(), Inputs with { Rhythm = new Rhythm(1, 0, AnyRisk.NowMs) }, [], AnyRisk.NowMs)!;

        Assert.DoesNotContain(drivers.Top, driver => driver.Words.StartsWith("contract", StringComparison.Ordinal));
        Assert.NotEqual(0, drivers.RemainderLogOdds);
    }

    [Fact]
    public void Without_a_probability_there_are_none() => Assert.Null(ChurnDrivers.Of(PublishedModel.Prior, Inputs with { Rhythm = default }, [], AnyRisk.NowMs));

    [Fact]
    public void Each_driver_has_words()
    {
        Assert.Equal("Activity falling: 40 % below its usual rate", DriverWords.Trend(new(AnyRisk.NowMs, 0.6 * 14, 90), Inputs.Rhythm));
        Assert.Equal("Activity rising: 50 % above its usual rate", DriverWords.Trend(new(AnyRisk.NowMs, 1.5 * 14, 90), Inputs.Rhythm));
        Assert.Equal("Activity steady", DriverWords.Trend(new(AnyRisk.NowMs, 14, 90), Inputs.Rhythm));
        Assert.Equal("Activity too new to show a trend", DriverWords.Trend(new(AnyRisk.NowMs, 1, 1), new Rhythm(1, 0, AnyRisk.NowMs)));
        Assert.Equal("Recent visits: 3; average 8.2", DriverWords.Kind(InteractionKind.Visit, 3, 8.21));
        Assert.Equal("NPS answer 3 of 10", DriverWords.Answer("NPS", new LatestAnswer(AnyRisk.NowMs, 3, 10)));
        Assert.Equal("No CES answer", DriverWords.Answer("CES", null));
        Assert.Equal("2 open tickets", DriverWords.OpenTickets(2));
        Assert.Equal("Asked to cancel", DriverWords.CancelRequested(true));
        Assert.Equal("1 purchase, 12.5 spent", DriverWords.Value(Purchases.None.With(1, "EUR", 12.5m)));
        Assert.Equal("trial: yes", DriverWords.Trait(new Trait("trial", TraitValue.Of(true))));
        Assert.Equal("seats: 12", DriverWords.Trait(new Trait("seats", TraitValue.Of(12))));
        Assert.Equal("Never active", DriverWords.Silence(default, AnyRisk.NowMs));
    }

    private static ChurnDriver Driver(PublishedModel model, string contract) =>
        ChurnDrivers.Of(model, Inputs with { Rhythm = new Rhythm(1, 0, AnyRisk.NowMs) }, [new Trait("contract", TraitValue.Of(contract))], AnyRisk.NowMs)!.Top[0];

    private static PublishedModel Contracts() => PublishedModel.Learn(
        AnyRisk.Learned(Enumerable.Range(0, 400).Select(i => new AnyRisk.Outcome(
            Inputs with { Rhythm = new Rhythm(1, 0, AnyRisk.NowMs) },
            [new Trait("contract", TraitValue.Of(i % 2 == 0 ? "none" : "year"))],
            i % 2 == 0,
            AnyRisk.NowMs))),
        1)!;
}
