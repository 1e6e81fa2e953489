using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Tests.Customers;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Scores.Buying;

public class BuyingOutlookTests
{
    private static readonly GammaGamma Spend = new(6.25, 3.74, 15.45);
    private static readonly BuyingModel Model = new(Buyers.Published, Spend, 2_357, 946, NoonMs);
    private static readonly string[] Bought = [Buys("i1", 70, 30), Buys("i2", 35, 10), Buys("i3", 7, 20)];

    [Fact]
    public void A_customer_shows_what_the_models_expect_of_its_history()
    {
        var settings = WorkspaceSettings.Default with { Value = new ValueSettings { HorizonDays = 273, DiscountRatePercent = 15 } };
        var history = new PurchaseHistory(2, 9, 10);

        var view = BuyingViews.Of(Of(Bought).Customer, Model, settings, NoonMs);

        Assert.Equal(Buyers.Published.AliveProbability(history), view.AliveProbability);
        Assert.Equal(Buyers.Published.ExpectedPurchases(history, 39), view.ExpectedPurchases);
        Assert.Equal(
            LifetimeValue.Within(Buyers.Published, history, Spend.ExpectedValue(new SpendHistory(3, 20)), BuyingPeriod.Week, 39, 0.15), view.LifetimeValue);
        Assert.Equal((273, 2_357L, Instants.ToTime(NoonMs)), (view.HorizonDays, view.FittedToCustomers, view.FittedAt));
    }

    [Fact]
    public void Who_bought_once_is_alive_for_certain()
    {
        var view = BuyingViews.Of(Of([Buys("i1", 700, 5)]).Customer, Model, WorkspaceSettings.Default, NoonMs);

        Assert.Equal(1, view.AliveProbability);
    }

    [Fact]
    public void Without_a_model_or_a_purchase_there_is_not_enough_data()
    {
        Assert.Equal(ScoreStatus.NotEnoughData, BuyingViews.Of(Of(Bought).Customer, null, WorkspaceSettings.Default, NoonMs).Status);
        Assert.Equal(ScoreStatus.NotEnoughData, BuyingViews.Of(Of(Bought).Customer, Model with { Purchases = null }, WorkspaceSettings.Default, NoonMs).Status);
        Assert.Equal(ScoreStatus.NotEnoughData, BuyingViews.Of(Of([Line("i1", "renewed", NoonMs)]).Customer, Model, WorkspaceSettings.Default, NoonMs).Status);
    }

    [Fact]
    public void Where_spending_is_not_known_there_is_no_lifetime_value()
    {
        var view = BuyingViews.Of(Of(Bought).Customer, Model with { Spend = null }, WorkspaceSettings.Default, NoonMs);

        Assert.Equal(ScoreStatus.Ok, view.Status);
        Assert.Null(view.LifetimeValue);
    }

    [Fact]
    public void Who_got_all_its_money_back_is_taken_to_spend_like_the_others()
    {
        var customer = Of([Buys("i1", 70, 30), Line("i2", "refund", NoonMs, "\"value\":30")]).Customer;

        Assert.Equal(
            LifetimeValue.Within(Buyers.Published, new PurchaseHistory(0, 0, 10), Spend.ExpectedValue(default), BuyingPeriod.Week, 52, 0.1),
            BuyingViews.Of(customer, Model, WorkspaceSettings.Default, NoonMs).LifetimeValue);
    }

    private static string Buys(string id, int daysAgo, int value) => Line(id, "purchase", NoonMs - (daysAgo * DayMs), $"\"value\":{value}");
}
