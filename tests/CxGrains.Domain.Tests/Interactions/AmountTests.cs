using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class AmountTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.01", "-0.01")]
    [InlineData("1e3", "1000")]
    [InlineData("129.90", "129.90")]
    [InlineData("1000000000000", "1000000000000")]
    [InlineData("-1000000000000", "-1000000000000")]
    public void A_value_within_the_limit_is_kept_exactly(string sent, string kept) =>
        Assert.Equal(decimal.Parse(kept), Accept(Visit($"\"value\":{sent}")).Value);

    [Theory]
    [InlineData("1000000000000.01")]
    [InlineData("-1000000000000.01")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("1e28")]
    public void A_value_beyond_the_limit_is_refused(string sent) =>
        AssertError(Reject(Visit($"\"value\":{sent}")), "value", sent, "-1000000000000 to 1000000000000");

    [Theory]
    [InlineData("\"12\"", "a string (\"12\")")]
    [InlineData("true", "true")]
    [InlineData("[12]", "an array")]
    public void A_value_is_a_number(string sent, string came) => AssertError(Reject(Visit($"\"value\":{sent}")), "value", came, "a number");

    [Theory]
    [InlineData("purchase")]
    [InlineData("refund")]
    public void Purchases_and_refunds_need_an_amount_of_at_least_0(string type)
    {
        Assert.Equal(0m, Accept(OfType(type, "\"value\":0")).Value);

        AssertError(Reject(OfType(type, "\"value\":-0.01")), "value", "-0.01", type);
        AssertError(Reject(OfType(type, "\"channel\":\"web\"")), "value", "missing", type);
        AssertError(Reject(OfType(type, "\"value\":null")), "value", "missing", type);
    }

    [Theory]
    [InlineData("EUR", "EUR")]
    [InlineData("usd", "USD")]
    [InlineData("\\u0067bP", "GBP")]
    public void A_currency_is_upper_case(string sent, string kept) => Assert.Equal(kept, Accept(Visit($"\"currency\":\"{sent}\"")).Currency);

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("E R")]
    [InlineData("EU1")]
    [InlineData("ÄÖÜ")]
    [InlineData("\\ud800EU")]
    public void A_currency_is_three_letters(string sent) => AssertError(Reject(Visit($"\"currency\":\"{sent}\"")), "currency", "3 letters");

    [Fact]
    public void A_currency_is_a_string() => AssertError(Reject(Visit("\"currency\":978")), "currency", "a number (978)", "3 letters");
}
