using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Embedded;

namespace CxGrains.Conformance.Embedded;

/// <summary>How customers buy is fitted to all of an imported history, never to the half of it that happens to be there.</summary>
#pragma warning disable CA1001 // xUnit ends it.
public sealed class EmbeddedBuying : IAsyncLifetime
#pragma warning restore CA1001
{
    private const int CustomersCount = 300;

    private readonly EmbeddedRuntimeUnderTest _runtime = new(new RuntimeSize(), new ManualTimeProvider(Lines.Noon));

    public Task InitializeAsync() => _runtime.StartAsync();

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task A_history_that_comes_in_pieces_is_fitted_to_once_it_has_come_to_rest()
    {
        var history = History();
        var client = new Client(_runtime);
        foreach (var piece in history.Chunk((history.Count / 3) + 1))
        {
            await client.SendAsync(piece, isImport: true);
            Assert.Equal(ScoreStatus.NotEnoughData, (await LookAsync()).Status);
        }

        var fitted = await LookAsync();

        Assert.Equal((ScoreStatus.Ok, CustomersCount), (fitted.Status, fitted.FittedToCustomers));
        Assert.Equal(_runtime.Clock.GetUtcNow(), fitted.FittedAt);
        Assert.Equal(fitted.FittedAt, (await LookAsync()).FittedAt);
    }

    private async Task<BuyingView> LookAsync()
    {
        _runtime.Clock.Advance(TimeSpan.FromSeconds(BuyingWatch.SampleSecondsMin));
        await _runtime.SettleAsync();
        await _runtime.Service<ModelPublisher>().LookAsync();
        return (await _runtime.Queries.CustomerAsync(Client.Workspace, "c0", null, CancellationToken.None))!.Buying;
    }

    // Customers who come at a rate of their own and leave after a purchase with a chance of their own, in the order of time.
    private static List<string> History()
    {
        var random = new Random(7);
        var purchases = new List<(DateTimeOffset At, int Customer)>();
        for (var customer = 0; customer < CustomersCount; customer++)
        {
            var gapDays = 10 + (80 * random.NextDouble());
            var leaves = 0.5 * random.NextDouble();
            var ageDays = customer == 0 ? 365 : 300 * random.NextDouble();
            do
            {
                purchases.Add((Lines.Noon.AddDays(-ageDays), customer));
                ageDays += gapDays * Math.Log(1 - random.NextDouble());
            }
            while (ageDays > 0 && random.NextDouble() > leaves);
        }

        return [.. purchases.OrderBy(purchase => purchase.At).Select((purchase, i) => Lines.Of($"p{i}", $"c{purchase.Customer}", "purchase", purchase.At, "\"value\":20,\"currency\":\"EUR\""))];
    }
}
