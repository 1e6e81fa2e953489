using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Health;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class CustomerSizeTests
{
    private const int AtRestBytesMax = 1024;

    [Fact]
    public void A_customer_of_twenty_interactions_rests_in_less_than_a_kilobyte()
    {
        string[] types = ["visit", "page", "purchase", "feature_used", "email_opened", "login", "purchase", "message", "visit", "visit"];
        var story = Of(Enumerable.Range(0, 18).Select(i =>
            Line($"i{i}", types[i % types.Length], NoonMs - (3 * i * DayMs), "\"channel\":\"web\"" + (types[i % types.Length] == "purchase" ? ",\"value\":20,\"currency\":\"EUR\"" : ""))));
        story.Happens(Line("n", "survey_response", NoonMs, "\"survey\":\"nps\",\"score\":9")).Happens(Line("r", "referral", NoonMs), NoonMs + (7 * DayMs));
        var customer = story.Customer;
        var bytes = SizeOf(customer);
        var (times, acts, health) = (customer.BuyingTimes, customer.AdvocacyActs, customer.Health);

        Assert.InRange(bytes, 1, AtRestBytesMax - 1);

        // What health, advocacy and the models of buying add to it.
        (customer.BuyingTimes, customer.AdvocacyActs, customer.Health) = (null, null, default(HealthSnapshot));
        var before = SizeOf(customer);
        Assert.True((times, acts, health) is ({ }, { }, { Week: > 0 }));
        Assert.InRange(bytes - before, 1, 40);
    }

    private static int SizeOf(Customer customer) => Bytes.Of(writer => CustomerEncoding.Encode(customer, writer)).Length;
}
