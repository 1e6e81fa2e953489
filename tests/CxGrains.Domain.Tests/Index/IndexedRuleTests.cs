using CxGrains.Domain.Index;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Index;

public class IndexedRuleTests
{
    [Theory]
    [InlineData("""{"field":"nps.score","op":"le","value":6}""", "rule.field")]
    [InlineData("""{"all":[{"field":"engagement","op":"lt","value":20},{"not":{"any":[{"field":"trait.plan","op":"eq","value":"pro"}]}}]}""", "rule.all[1].not.any[0].field")]
    public void A_field_that_the_index_has_not_is_refused_with_those_it_has(string rule, string field)
    {
        var error = Assert.Throws<InvalidFieldException>(() => IndexedRule.Parse(rule));

        Assert.Equal(field, error.Field);
        Assert.EndsWith(
            "lists are filtered by: lastSeenDays, purchases.total, engagement, churn.probability, churn.band, account, trait.name, trait.email",
            error.Problem,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"all":""", "rule")]
    [InlineData("""{"field":"engagement","op":"below","value":20}""", "rule.op")]
    public void A_malformed_rule_is_refused(string rule, string field) =>
        Assert.Equal(field, Assert.Throws<InvalidFieldException>(() => IndexedRule.Parse(rule)).Field);

    [Fact]
    public void Every_field_it_names_can_be_asked_of_a_row()
    {
        var story = Of([Line("i1", "purchase", NoonMs - DayMs, "\"value\":5"), Line("i2", "identify", NoonMs, "\"traits\":{\"name\":\"Ada\",\"email\":\"ada@example.com\"}")]);
        story.Happens(Line("i3", "group", NoonMs, "\"account\":\"acme\""));
        var entry = new CustomerEntry("ada");
        entry.Refresh(story.Customer, profileChanged: true, memberChanged: true);

        foreach (var field in IndexedRule.Fields)
        {
            var rule = IndexedRule.Parse($$"""{"field":"{{field}}","op":"exists","value":true}""");

            Assert.Equal([entry], rule.Among([entry], NoonMs));
        }
    }
}
