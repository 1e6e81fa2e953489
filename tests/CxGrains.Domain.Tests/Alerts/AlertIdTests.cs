using CxGrains.Domain.Alerts;

namespace CxGrains.Domain.Tests.Alerts;

public class AlertIdTests
{
    [Theory]
    [InlineData("loud", "ada")]
    [InlineData("vip:quiet", "ada")]
    [InlineData("loud", "crm:ada")]
    public void An_id_names_its_customer_whatever_that_and_the_rule_are_called(string rule, string customer) =>
        Assert.True(Alert.Names(Alert.IdOf(rule, customer, "77"), id => id == customer));

    [Theory]
    [InlineData("loud:adam:77")]
    [InlineData("ada:bob:77")]
    [InlineData("loud:bob:ada")]
    [InlineData("ada")]
    public void An_id_of_another_one_does_not(string id) => Assert.False(Alert.Names(id, customer => customer == "ada"));
}
