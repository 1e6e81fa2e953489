using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Moving;

[Collection(PostgresCollection.Name)]
public class MoveTests(PostgresFixture postgres) : MoveScenario(postgres)
{
    [PostgresFact]
    public async Task A_moved_directory_shows_the_same_and_goes_on_the_same()
    {
        var embedded = await EmbeddedAsync();
        await LiveAsync(embedded, seed: 1, steps: 3);
        await DefineSegmentsAsync(embedded);
        await LiveAsync(embedded, seed: 2, steps: 4);
        var before = await AllViews.OfAsync(embedded);
        MustBeBelievable(before);
        await embedded.StopAsync();

        var cluster = await ClusterAsync(embedded.Clock.GetUtcNow());
        Assert.Equal(MoveState.Sealed, await MoveAsync(embedded.DataDirectory, cluster));
        before.MustEqual(await AllViews.OfAsync(cluster));

        await GoOnAsync(cluster, before.Workspace.Interactions);
        var after = await AllViews.OfAsync(cluster);
        Assert.Equal(MoveState.Sealed, await MoveAsync(embedded.DataDirectory, cluster));
        after.MustEqual(await AllViews.OfAsync(cluster));

        await embedded.StartAsync();
        await GoOnAsync(embedded, before.Workspace.Interactions);
        (await AllViews.OfAsync(embedded)).MustEqual(after);

        await cluster.StopAsync();
        await cluster.StartAsync();
        after.MustEqual(await AllViews.OfAsync(cluster));
    }

    [PostgresFact]
    public async Task A_move_that_was_broken_off_is_repeated_and_a_redefinition_under_way_begins_again()
    {
        var embedded = await EmbeddedAsync();
        await DefineSegmentsAsync(embedded);
        await LiveAsync(embedded, seed: 4, steps: 4);
        await DefineAsync(embedded, "silent", """{"field":"lastSeenDays","op":"ge","value":5}""");
        await embedded.StopAsync();

        var cluster = await ClusterAsync(embedded.Clock.GetUtcNow());
        Assert.Equal(MoveState.Open, await MoveAsync(embedded.DataDirectory, cluster, partsMax: 50));
        await Assert.ThrowsAsync<BusyException>(() => new Client(cluster).SendAsync(Lines.Visit("early", "ada", Lines.Noon)));
        Assert.Equal(MoveState.Sealed, await MoveAsync(embedded.DataDirectory, cluster));

        await embedded.StartAsync();
        var expected = await AllViews.OfAsync(embedded);
        Assert.Equal(1, expected.Segments["silent"]!.Progress);
        expected.MustEqual(await AllViews.OfAsync(cluster));
    }

    [PostgresFact]
    public async Task Who_was_erased_before_a_move_does_not_come_back_behind_it()
    {
        var embedded = await EmbeddedAsync();
        string[] lines = [Lines.Visit("v1", "ada", Lines.Noon), Lines.Visit("v2", "bob", Lines.Noon), Lines.Of("e1", "ada", "erase", Lines.Noon)];
        await new Client(embedded).SendAsync(lines);
        await embedded.StopAsync();

        var cluster = await ClusterAsync(embedded.Clock.GetUtcNow());
        Assert.Equal(MoveState.Sealed, await MoveAsync(embedded.DataDirectory, cluster));
        await new Client(cluster).SendAsync(Lines.Visit("late", "ada", Lines.Noon), Lines.Of("e2", "bob", "erase", Lines.Noon), Lines.Visit("later", "bob", Lines.Noon));

        foreach (var customer in new[] { "ada", "bob" })
        {
            Assert.Null(await cluster.Queries.CustomerAsync(Client.Workspace, customer, null, CancellationToken.None));
        }

        var workspace = await cluster.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((0, 2), (workspace.Customers, workspace.Interactions));
    }

    // A move of nothing much would be equal to anything.
    private static void MustBeBelievable(AllViews views)
    {
        Assert.NotEqual(0, views.Open.Total);
        Assert.NotEqual(0, views.AlreadySo.Total);
        Assert.All(views.Segments.Values, segment => Assert.NotEqual(0, segment!.Members));
        Assert.Equal(2, views.Surveys.Count);
    }

    private static async Task GoOnAsync(IRuntimeUnderTest runtime, long interactionsBefore)
    {
        // The ids of the last step before the move: they count no second time.
        await new Client(runtime).SendAsync(Company.Lines(seed: 203, customers: 60, interactions: 150, until: Lines.Noon));
        Assert.Equal(interactionsBefore, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);

        await LiveAsync(runtime, seed: 3, steps: 3);
        await DefineAsync(runtime, "silent", """{"field":"lastSeenDays","op":"ge","value":20}""");
        await runtime.SettleAsync();
    }
}
