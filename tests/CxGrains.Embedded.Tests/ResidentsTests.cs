using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;

namespace CxGrains.Embedded.Tests;

public sealed class ResidentsTests
{
    private const int Customers = 3_000;
    private const int ResidentsMax = 1_000;

    [Fact]
    public async Task Past_the_bound_saved_customers_are_let_go_and_changed_ones_never()
    {
        await using var runtime = new EmbeddedRuntimeUnderTest(
            new RuntimeSize { PartitionsCount = 1, ResidentCustomersMax = ResidentsMax }, new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        var client = new Client(runtime);

        await client.SendAsync(Enumerable.Range(0, Customers).Select(i => Lines.Visit($"a{i}", $"c{i}", Lines.Noon)));
        Assert.Equal(Customers, await ResidentsAsync(runtime));

        await runtime.SaveAsync();

        // A customer in use gets a second look before it goes.
        await client.SendAsync(Lines.Visit("b", "c0", Lines.Noon));
        await runtime.SaveAsync();
        Assert.Equal(ResidentsMax, await ResidentsAsync(runtime));

        await client.SendAsync(Enumerable.Range(0, Customers).Select(i => Lines.Visit($"c{i}", $"c{i}", Lines.Noon)));
        Assert.Equal(Customers, await ResidentsAsync(runtime));
        var view = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((Customers, (2 * Customers) + 1), (view.Customers, view.Interactions));
    }

    private static Task<int> ResidentsAsync(EmbeddedRuntimeUnderTest runtime) => runtime.Partitions[0].AskAsync(state => state.Residents.Count);
}
