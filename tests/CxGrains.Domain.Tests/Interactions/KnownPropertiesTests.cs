namespace CxGrains.Domain.Tests.Interactions;

public class KnownPropertiesTests
{
    [Theory]
    [InlineData("\"T-17\"", "T-17")]
    [InlineData("17", "17")]
    [InlineData("\"\\u0054\"", "T")]
    [InlineData("null", null)]
    public void A_ticket_is_a_text_or_a_whole_number(string json, string? ticket) =>
        Assert.Equal(ticket, Reading.Accept(Reading.OfType("ticket_opened", $"\"properties\":{{\"ticket\":{json}}}")).Ticket);

    [Theory]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("{\"id\":1}")]
    [InlineData("[1]")]
    [InlineData("\"\"")]
    [InlineData("\" T\"")]
    public void Another_ticket_is_refused_where_it_matters_and_ignored_elsewhere(string json)
    {
        var properties = $"\"properties\":{{\"ticket\":{json},\"title\":\"Home\"}}";

        Assert.Equal("properties.ticket", Reading.Reject(Reading.OfType("ticket_replied", properties)).Field);
        var page = Reading.Accept(Reading.OfType("page", properties));
        Assert.Equal((null, "Home"), (page.Ticket, page.Label));
    }

    [Fact]
    public void A_ticket_has_at_most_128_characters()
    {
        Assert.Equal(128, Reading.Accept(Reading.OfType("ticket_opened", $"\"properties\":{{\"ticket\":\"{new string('x', 128)}\"}}")).Ticket!.Length);
        Reading.AssertError(Reading.Reject(Reading.OfType("ticket_opened", $"\"properties\":{{\"ticket\":\"{new string('x', 129)}\"}}")), "properties.ticket", "129", "128");
        Reading.AssertError(Reading.Reject(Reading.OfType("ticket_opened", $"\"properties\":{{\"ticket\":{new string('7', 129)}}}")), "properties.ticket", "129", "128");
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.6", 13)]
    [InlineData("0", 0)]
    [InlineData("-3", 0)]
    [InlineData("\"12\"", 0)]
    [InlineData("1e300", 14_400)]
    [InlineData("14401", 14_400)]
    public void A_stay_is_a_number_of_seconds_up_to_four_hours(string json, int seconds) =>
        Assert.Equal(seconds, Reading.Accept(Reading.OfType("page", $"\"properties\":{{\"durationSeconds\":{json}}}")).StaySeconds);

    [Theory]
    [InlineData("0", true)]
    [InlineData("0.0", true)]
    [InlineData("3", false)]
    [InlineData("null", false)]
    [InlineData("[]", false)]
    public void A_search_found_nothing_where_its_results_are_zero(string json, bool foundNothing) =>
        Assert.Equal(foundNothing, Reading.Accept(Reading.OfType("search", $"\"properties\":{{\"results\":{json},\"query\":\"shoes\"}}")).FoundNothing);
}
