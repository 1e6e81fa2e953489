using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Settings;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

/// <summary>Who asked to cancel, or cancelled, is at risk also while nothing was learned from outcomes.</summary>
public class DepartureTests
{
    [Theory]
    [InlineData("cancel_requested", "cancelRequest", "Asked to cancel 2 days ago", ChurnRisk.CancelRequestedLogOdds)]
    [InlineData("cancelled", "cancelled", "Cancelled 2 days ago", ChurnRisk.CancelledLogOdds)]
    public void The_prior_counts_what_was_said_of_leaving_and_says_so(string type, string factor, string words, double logOdds)
    {
        var churn = Spoke(type).ViewAt(NoonMs).Churn;

        Assert.Equal((RiskBand.High, ChurnSource.Prior), (churn.Band, churn.Source));
        Assert.Equal($"{words}; no activity for 3 days", churn.Why);
        Assert.Equal((factor, words, logOdds), (churn.Drivers![0].Factor, churn.Drivers[0].Text, churn.Drivers[0].Contribution));
        Assert.Equal(RiskCurve.ProbabilityOf(Math.Log(1 / 6.0) + logOdds + (3 * Math.Log(1 + (3 / 70.0)))), churn.Probability!.Value, 9);
    }

    [Fact]
    public void A_cancellation_counts_instead_of_the_request_before_it()
    {
        var story = Spoke("cancel_requested").Happens(Line("d", "cancelled", NoonMs - DayMs));

        Assert.Equal(new Departure(NoonMs - DayMs, IsDone: true), story.Customer.Departure);
        Assert.Equal(["Cancelled 1 day ago"], story.ViewAt(NoonMs).Churn.Drivers!.Select(driver => driver.Text).Where(text => text.Contains("ancel", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_leaving_is_explicit_the_prior_counts_it_as_well()
    {
        var story = new CustomerStory { Settings = new WorkspaceSettings { Churn = new ChurnSettings { Leaving = ChurnMode.Cancellation } } };
        story.Happens(Line("a", "visit", NoonMs - DayMs)).Happens(Line("b", "cancelled", NoonMs));

        Assert.Equal(RiskBand.High, story.Customer.Band);
    }

    [Fact]
    public void A_renewal_takes_it_back()
    {
        var story = Spoke("cancelled").Happens(Line("d", "renewed", NoonMs));

        Assert.Equal((RiskBand.Low, default), (story.Customer.Band, story.Customer.Departure));
    }

    [Fact]
    public void A_request_rings_and_the_band_is_from_then_on()
    {
        var story = new CustomerStory().Happens(Line("a", "visit", NoonMs - (3 * DayMs)), NoonMs - (3 * DayMs)).Happens(Line("b", "cancel_requested", NoonMs));

        Assert.Equal(NoonMs, story.Customer.BandSinceMs);
        Assert.Equal((NoonMs, "Asked to cancel within the last day"), (Assert.Single(story.Raised).AtMs, story.Raised[0].Reason.Split(';')[0]));
    }

    [Fact]
    public void Who_was_lost_to_silence_before_is_so_from_then_on()
    {
        var seen = new CustomerStory().Happens(Line("a", "visit", NoonMs), NoonMs).Customer;
        var causeMs = ChurnRisk.ReachesMs(seen.Rhythm, ChurnRisk.HighMin);
        var story = new CustomerStory { Customer = seen }.Happens(Line("b", "cancelled", causeMs + (10 * DayMs)), causeMs + (10 * DayMs));

        Assert.Equal(causeMs, story.Customer.BandSinceMs);
    }

    [Fact]
    public void Even_who_was_active_every_day_is_not_at_low_risk()
    {
        var daily = ChurnRisk.HistoryLogOdds(new Rhythm(Limits.RhythmDaysMax, Limits.RhythmDaysMax, NoonMs));

        Assert.Equal(RiskBand.Medium, ChurnRisk.BandOf(RiskCurve.ProbabilityOf(daily + ChurnRisk.CancelRequestedLogOdds)));
        Assert.Equal(RiskBand.Low, ChurnRisk.BandOf(RiskCurve.ProbabilityOf(daily + ChurnRisk.CancelRequestedLogOdds - 1)));
        Assert.Equal(RiskBand.High, ChurnRisk.BandOf(RiskCurve.ProbabilityOf(daily + ChurnRisk.CancelledLogOdds)));
        Assert.Equal(RiskBand.Medium, ChurnRisk.BandOf(RiskCurve.ProbabilityOf(daily + ChurnRisk.CancelledLogOdds - 1)));
    }

    [Fact]
    public void Who_was_never_active_has_no_probability_by_the_prior() =>
        Assert.Equal(RiskBand.NotEnoughData, new CustomerStory().Happens(Line("a", "cancel_requested", NoonMs)).Customer.Band);

    [Theory]
    [InlineData("cancel_requested")]
    [InlineData("cancelled")]
    [InlineData("renewed")]
    public void It_is_stored_with_the_customer_and_with_its_row_of_the_lists(string last)
    {
        var customer = Spoke("cancelled").Happens(Line("d", last, NoonMs)).Customer;
        var entry = new CustomerEntry("ada");
        entry.Refresh(customer, profileChanged: true, memberChanged: true);

        var copy = Bytes.Read(Bytes.Of(writer => CustomerEncoding.Encode(customer, writer)), (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources()));
        var row = Bytes.Read(Bytes.Of(entry.EncodeBody), (reader, names) =>
        {
            var read = new CustomerEntry("ada");
            read.DecodeBody(reader, names);
            return read;
        });

        Assert.Equal((customer.Departure, customer.StaticLogOdds), (copy.Departure, copy.StaticLogOdds));
        Assert.Equal((customer.Departure, customer.Risk.Probability(NoonMs)), (row.Departure, row.Risk.Probability(NoonMs)));
        Assert.Equal(
            CustomerViews.Of(customer, WorkspaceDefinitions.Empty, NoonMs, isNow: true).Churn.Why,
            CustomerViews.ChurnOf(row, NoonMs, isNow: true).Why);
    }

    // Active on three days within 40, the last of them three days ago; what it said, two days ago.
    private static CustomerStory Spoke(string type) => new CustomerStory()
        .Happens(Line("a", "visit", NoonMs - (43 * DayMs)))
        .Happens(Line("b", "visit", NoonMs - (20 * DayMs)))
        .Happens(Line("c", "visit", NoonMs - (3 * DayMs)))
        .Happens(Line("s", type, NoonMs - (2 * DayMs)));
}
