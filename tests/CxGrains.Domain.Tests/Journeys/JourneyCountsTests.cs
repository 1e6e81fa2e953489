using CxGrains.Domain.Customers;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using static CxGrains.Domain.Tests.Journeys.JourneyStory;

namespace CxGrains.Domain.Tests.Journeys;

public class JourneyCountsTests
{
    private const string LongerDrop = """{"journeys":[{"id":"buy","dropDays":20,"stages":[{"id":"visit","type":"visit"},{"id":"buy","type":"purchase"},{"id":"renew","type":"renewed"}]}]}""";

    private static readonly string Renamed = Buying.Replace("\"id\":\"buy\",\"dropDays", "\"id\":\"buy\",\"name\":\"Shopping\",\"dropDays", StringComparison.Ordinal);

    [Fact]
    public void Leaving_counts_where_entering_was_whatever_the_segments_are_by_then()
    {
        var story = new JourneyStory()
            .Happens("identify", 0, "\"traits\":{\"plan\":\"pro\"}")
            .Happens("visit", 0)
            .Happens("identify", 1, "\"traits\":{\"plan\":\"free\"}")
            .Happens("purchase", 2, "\"value\":1");

        Assert.Equal((1, 1, 0, 0), story.Flow(story.Pro, Visit));
        Assert.Equal((0, 0, 0, 0), story.Flow(story.Pro, Buy));

        // The purchase makes a buyer, and the stage is entered as one.
        Assert.Equal((0, 0, 0, 0), story.Flow(story.Buyers, Visit));
        Assert.Equal((1, 0, 0, 1), story.Flow(story.Buyers, Buy));

        story.IsDue(12);
        Assert.Equal((1, 0, 1, 0), story.Flow(story.Buyers, Buy));
    }

    [Fact]
    public void All_of_a_stay_counts_on_the_day_of_entering()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("purchase", 3, "\"value\":1").Happens("visit", 20).IsDue(40);
        var day = Instants.DayOf(JourneyStory.At(0));
        var visits = story.Workspace.Customers.Parts.Journeys!.Of(story.Journey)!.Stages[Visit];

        Assert.Equal((1, 1, 0), (visits.Window(day, day).Entered, visits.Window(day, day).MovedOn, visits.Window(day, day).Dropped));
        Assert.Equal((1, 0, 1), (visits.Window(day + 20, day + 20).Entered, visits.Window(day + 20, day + 20).MovedOn, visits.Window(day + 20, day + 20).Dropped));
        Assert.Equal(0, visits.Window(day + 1, day + 19).Entered);
    }

    [Fact]
    public void Answers_count_at_the_stage_they_were_given_in()
    {
        var story = new JourneyStory()
            .Happens("survey_response", 0, "\"survey\":\"csat\",\"score\":1")
            .Happens("visit", 1)
            .Happens("survey_response", 2, "\"survey\":\"csat\",\"score\":2,\"response\":\"r\"")
            .Happens("survey_response", 3, "\"survey\":\"csat\",\"score\":5,\"response\":\"r\",\"revision\":1")
            .Happens("survey_response", 3, "\"survey\":\"nps\",\"score\":5")
            .Happens("survey_response", 0.5, "\"survey\":\"csat\",\"score\":5", receivedDay: 3)
            .Happens("purchase", 4, "\"value\":1")
            .Happens("survey_response", 5, "\"survey\":\"ces\",\"score\":6")
            .Happens("renewed", 6)
            .Happens("survey_response", 7, "\"survey\":\"csat\",\"score\":4")
            .Happens("survey_response", 17, "\"survey\":\"csat\",\"score\":4");

        var (visit, buy, renew) = (story.At(story.Workspace.Customers, Visit), story.At(story.Workspace.Customers, Buy), story.At(story.Workspace.Customers, Renew));
        Assert.Equal(new CsatScore(0, 1), visit.Csat);
        Assert.Null(visit.Ces);
        Assert.Null(buy.Csat);
        Assert.Equal(6, buy.Ces!.Value.Mean.Score);
        Assert.Equal(new CsatScore(1, 1), renew.Csat);
        Assert.Equal((1, 0, 0), (visit.LowAnswers, buy.LowAnswers, renew.LowAnswers));
    }

    [Fact]
    public void A_changed_definition_begins_anew_and_nothing_of_the_old_one_is_mixed_in()
    {
        var story = new JourneyStory().Happens("visit", 0).Decides(LongerDrop);
        Assert.Null(story.Workspace.Customers.Parts.Journeys!.Of(story.Journey));

        story.IsDue(1);
        Assert.True(story.Story.Customer.Stays.IsEmpty);

        story.Happens("purchase", 2, "\"value\":1").Happens("visit", 3).IsDue(22);
        Assert.Equal((1, 0, 0, 1), story.Flow(Visit));

        story.IsDue(23);
        Assert.Equal((1, 0, 1, 0), story.Flow(Visit));
    }

    [Fact]
    public void A_new_name_changes_nothing()
    {
        var story = new JourneyStory().Happens("visit", 0).Decides(Renamed).Happens("purchase", 1, "\"value\":1");

        Assert.Equal("Shopping", story.Journey.Name);
        Assert.Equal((1, 1, 0, 0), story.Flow(Visit));
    }

    [Fact]
    public void A_journey_that_is_taken_away_lets_its_customers_go()
    {
        var story = new JourneyStory().Happens("visit", 0).Decides("{}").IsDue(1);

        Assert.True(story.Story.Customer.Stays.IsEmpty);
        Assert.Empty(story.Story.Announcement.Contributions);
    }

    [Fact]
    public void Bytes_of_a_customer_on_a_journey_and_of_its_populations_read_back()
    {
        var story = new JourneyStory().Happens("visit", 0).Happens("purchase", 1, "\"value\":1").Happens("survey_response", 2, "\"survey\":\"csat\",\"score\":4");
        var customer = Bytes.Of(writer => CustomerEncoding.Encode(story.Story.Customer, writer));
        var copy = Bytes.Read(customer, (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources()));

        Assert.Equal(story.Story.Customer.Stays.All.ToArray(), copy.Stays.All.ToArray());
        Assert.Equal(customer, Bytes.Of(writer => CustomerEncoding.Encode(copy, writer)));
        foreach (var population in story.Populations)
        {
            var bytes = Bytes.Of(population.Encode);
            Assert.Equal(bytes, Bytes.Of(Bytes.Read(bytes, PopulationShard.Decode).Encode));
        }
    }

    // Written by the first version that knew journeys. They must be readable forever.
    [Fact]
    public void The_first_bytes_of_stays_and_contributions_still_read()
    {
        var stay = Bytes.Read(Convert.FromHexString("030702E8078090DFC04A05"), (reader, _) => StageStay.Decode(reader));
        Assert.Equal(new StageStay(3, 7, 2, 1000, 20_000_000_000, 5), stay);

        var step = Bytes.Read(Convert.FromHexString("0307040101B8940126" + "05"), (reader, _) => JourneyContribution.Decode(reader));
        Assert.Equal(new JourneyContribution(3, 7, 4, 1, JourneyStep.MovedOn, 19_000, 38, 5), step);
    }
}
