using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Tests.Customers;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Tests.Tickets;

/// <summary>Bytes as first written. They must be readable for ever; another form gets bytes of its own beside these.</summary>
public class TicketEncodingTests
{
    private const string GoldenBook =
        "022E4C9AF944D7EEF00103542D310105656D61696C000000000000000080ECD79BF73280ECD79BF732C0DAC59CF7320080C9B39DF73201808EEDACF7"
        + "3202DDED85C7804536AE00000000000000000000E093EA9BF732E093EA9BF7320000E0F0C59DF73202E0B5FFACF73200";
    private const string GoldenChannelsBefore = "0301037765621E4F0000019E9E010000000000000100000000000000010F";
    private const string GoldenChannels = "4201037765621E4F0000019E9E010000000000000100000000000000010F0001";
    private const string GoldenResponseTimes =
        "0205656D61696C1E4F0000019E9E01010000010000010001011E4F000001"
        + "A4BCBC02010000008000046E6F6E651E4F0000019E9E010100000001000001000100000080000000008000";
    private const string GoldenContribution = "0201C705656D61696CA09C01250500000000000000010705656D61696CA09C0125";

    [Fact]
    public void Tickets_of_a_customer_still_read()
    {
        var written = Life().Story.Customer.Tickets!;
        var read = Bytes.Read(Convert.FromHexString(GoldenBook), TicketBook.Decode);

        Assert.Equal(GoldenBook, Convert.ToHexString(Bytes.Of(written.Encode)));
        Assert.Equal(GoldenBook, Convert.ToHexString(Bytes.Of(read.Encode)));
        var ticket = read.All[0];
        Assert.Equal(("T-1", "email", Desk.NoonMs, Desk.NoonMs + (30 * Desk.MinuteMs)), (ticket.Id, ticket.Channel, ticket.OpenedMs, ticket.FirstReplyMs));
        Assert.Equal((TicketOutcome.Met, TicketOutcome.Breached, true), (ticket.FirstReply.Outcome, ticket.Resolution.Outcome, ticket.IsOverdue));
    }

    [Theory]
    [InlineData(GoldenChannelsBefore)]
    [InlineData(GoldenChannels)]
    public void Parts_of_a_population_still_read(string channels)
    {
        var read = Bytes.Read(Convert.FromHexString(channels + GoldenResponseTimes), PopulationParts.Decode);

        Assert.Equal(GoldenChannels + GoldenResponseTimes, Convert.ToHexString(Bytes.Of(Life().All.Encode)));
        Assert.EndsWith(GoldenResponseTimes, Convert.ToHexString(Bytes.Of(read.Encode)), StringComparison.Ordinal);
        Assert.Equal((2, 1), (read.ResponseTimes!.Total(0, 30_000)[TicketMeasure.Opened], read.ResponseTimes.Total(0, 30_000)[TicketMeasure.ResolutionBreached]));
    }

    [Fact]
    public void Contributions_still_read()
    {
        var contribution = new TicketContribution(TicketMeasure.FirstReply, "email", 20_000, 37, 5, IsWithdrawn: true);
        var read = Bytes.Read(Convert.FromHexString(GoldenContribution), ContributionEncoding.Decode);

        Assert.Equal([contribution, contribution with { OfSegments = null, IsWithdrawn = false }], read);
        Assert.Equal(GoldenContribution, Convert.ToHexString(Bytes.Of(writer => ContributionEncoding.Encode(read, writer))));
    }

    private static Desk Life() => new Desk(Desk.Within(60, 600)).Opened("T-1", 0).Opened(null, 5, channel: null).Replied("T-1", 30).Happens(
        CustomerStory.Line("page", "page", Desk.NoonMs, "\"channel\":\"web\",\"properties\":{\"durationSeconds\":75}"), Desk.NoonMs + (601 * Desk.MinuteMs));
}
