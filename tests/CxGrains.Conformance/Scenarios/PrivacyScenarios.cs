using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Settings;

namespace CxGrains.Conformance.Scenarios;

/// <summary>Consent, and what is kept of a customer.</summary>
public abstract class PrivacyScenarios : RuntimeScenarios
{
    private const string No = "\"purpose\":\"analytics\",\"granted\":false";
    private const string Yes = "\"purpose\":\"analytics\",\"granted\":true";

    private static string[] Life(string customer) =>
    [
        Lines.Visit($"{customer}1", customer, Lines.Noon.AddDays(-3)),
        Lines.Of($"{customer}2", customer, "visit", Lines.Noon.AddDays(-1), "\"channel\":\"web\""),
        Lines.Of($"{customer}3", customer, "purchase", Lines.Noon.AddDays(-1), "\"value\":20"),
        Lines.Of($"{customer}4", customer, "survey_response", Lines.Noon.AddHours(-1), "\"survey\":\"nps\",\"score\":9,\"comment\":\"kind\""),
    ];

    [ScenarioFact]
    public async Task Who_withdraws_is_counted_and_not_profiled_after_a_crash_too()
    {
        var runtime = await StartAsync();
        await DefineAsync(runtime, "buyers", """{"field":"purchases.count","op":"ge","value":1}""");
        var client = new Client(runtime);
        await client.SendAsync([.. Life("ada"), .. Life("bob")]);
        Assert.True((await CustomerAsync(runtime, "ada")).Profiled);
        Assert.Equal(2, await MembersAsync(runtime, "buyers"));

        await client.SendAsync(Lines.Of("no", "ada", "consent", Lines.Noon, No));
        await AssertOnlyAdaIsCountedAsync(runtime);
        await runtime.SaveAsync();
        await CrashAndStartAsync(runtime);

        await AssertOnlyAdaIsCountedAsync(runtime);

        // A repeat brings nothing back.
        await client.SendAsync(Life("ada"));
        await AssertOnlyAdaIsCountedAsync(runtime);
    }

    [ScenarioFact]
    public async Task A_workspace_that_asks_first_profiles_who_consents_from_then_on()
    {
        var runtime = await StartAsync();
        var settings = new WorkspaceSettings { Privacy = new PrivacySettings { ConsentDefault = ConsentDefault.Denied } };
        await runtime.Definitions.DecideSettingsAsync(Client.Workspace, settings, null, CancellationToken.None);
        var client = new Client(runtime);
        await client.SendAsync(Life("ada"));
        Assert.False((await CustomerAsync(runtime, "ada")).Profiled);

        await client.SendAsync(Lines.Of("yes", "ada", "consent", Lines.Noon, Yes), Lines.Visit("after", "ada", Lines.Noon));
        var ada = await CustomerAsync(runtime, "ada");

        Assert.True(ada.Profiled);
        Assert.Equal(6, ada.Interactions);
        Assert.Equal(Lines.Noon, Assert.Single(ada.Timeline).At);
        Assert.Equal(("analytics", true), (ada.Consents.Single().Purpose, ada.Consents.Single().Granted));
    }

    [ScenarioFact]
    public async Task A_default_that_is_changed_takes_the_profiles_of_those_who_never_spoke()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync([.. Life("ada"), .. Life("bob"), Lines.Of("yes", "bob", "consent", Lines.Noon, Yes)]);

        var settings = new WorkspaceSettings { Privacy = new PrivacySettings { ConsentDefault = ConsentDefault.Denied } };
        await runtime.Definitions.DecideSettingsAsync(Client.Workspace, settings, null, CancellationToken.None);
        await runtime.SettleAsync();

        Assert.False((await CustomerAsync(runtime, "ada")).Profiled);
        Assert.Empty((await CustomerAsync(runtime, "ada")).Timeline);
        Assert.True((await CustomerAsync(runtime, "bob")).Profiled);
        Assert.NotEmpty((await CustomerAsync(runtime, "bob")).Timeline);
    }

    [ScenarioFact]
    public async Task The_record_of_a_customer_holds_all_that_was_merged_into_it()
    {
        var runtime = await StartAsync();
        var client = new Client(runtime);
        await client.SendAsync([.. Life("ada"), .. Life("visitor"), .. Life("device")]);
        await client.SendAsync(Lines.Of("m1", "visitor", "alias", Lines.Noon, "\"previousId\":\"device\""));
        await client.SendAsync(
            Lines.Of("m2", "ada", "alias", Lines.Noon, "\"previousId\":\"visitor\""),
            Lines.Of("t1", "ada", "ticket_opened", Lines.Noon, "\"properties\":{\"ticket\":\"7\"}"),
            Lines.Of("t2", "ada", "ticket_resolved", Lines.Noon, "\"properties\":{\"ticket\":\"7\"}"));
        await runtime.SettleAsync();

        var record = await runtime.Queries.CustomerRecordAsync(Client.Workspace, "device", CancellationToken.None);

        Assert.Equal("ada", record!.Customer.Id);
        Assert.Equal(["device", "visitor"], record.MergedIds);
        Assert.Equal("7", Assert.Single(record.SettledTickets).Id);
        Assert.Equal(Lines.Noon.AddDays(-1), record.FirstPurchase);
        Assert.Equal(3, record.Customer.Purchases.Count);
        Assert.Null(await runtime.Queries.CustomerRecordAsync(Client.Workspace, "nobody", CancellationToken.None));
    }

    private static async Task AssertOnlyAdaIsCountedAsync(IRuntimeUnderTest runtime)
    {
        await runtime.SettleAsync();
        var ada = await CustomerAsync(runtime, "ada");
        Assert.False(ada.Profiled);
        Assert.Equal(5, ada.Interactions);
        Assert.Empty(ada.Timeline);
        Assert.Empty(ada.Segments);
        Assert.Equal(ScoreStatus.NotEnoughData, ada.Churn.Status);
        Assert.Equal(1, ada.Purchases.Count);
        Assert.Null(Assert.Single(ada.Answers).Comment);
        Assert.Equal(1, await MembersAsync(runtime, "buyers"));

        var workspace = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((2, 9, 2), (workspace.Customers, workspace.Interactions, workspace.Nps.Responses));
        Assert.Equal(2, workspace.Purchases.Count);
        Assert.DoesNotContain(workspace.Feed, entry => entry.Customer == "ada");
        var survey = await runtime.Queries.SurveyAsync(Client.Workspace, "nps", 30, null, CancellationToken.None);
        Assert.Equal(2, survey!.Responses);
        Assert.Equal("bob", Assert.Single(survey.Comments).Customer);
    }

    private static async Task<CustomerView> CustomerAsync(IRuntimeUnderTest runtime, string id) =>
        (await runtime.Queries.CustomerAsync(Client.Workspace, id, null, CancellationToken.None))!;
}
