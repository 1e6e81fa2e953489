using System.Globalization;
using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Settings;
using CxGrains.Embedded;
using CxGrains.Tests;
using Xunit.Abstractions;

namespace CxGrains.Conformance.Embedded;

/// <summary>
/// How right the live churn score is on public data that is streamed through the whole runtime, by the clock of the data. What the model's
/// parameters were chosen on is told in docs/scores.md. The same data goes through the pure model in the domain's tests.
/// </summary>
#pragma warning disable CA1001 // xUnit ends it.
public sealed class EmbeddedEvidence(ITestOutputHelper output) : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly EmbeddedRuntimeUnderTest _runtime = new(new RuntimeSize(), new ManualTimeProvider(new DateTimeOffset(1997, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    public Task InitializeAsync() => _runtime.StartAsync();

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [PublicDataFact("cdnow_sample.txt")]
    public async Task After_39_weeks_of_purchases_the_live_score_ranks_who_buys_in_the_next_39()
    {
        var purchases = PublicDataFactAttribute.ReadLines("cdnow_sample.txt").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select((fields, number) => (Number: number, Customer: fields[1], Day: DateOnly.ParseExact(fields[2], "yyyyMMdd", CultureInfo.InvariantCulture), Value: fields[4]))
            .ToList();
        var start = new DateOnly(1997, 1, 1);
        var (middle, end) = (start.AddDays(39 * 7), start.AddDays(78 * 7));
        await _runtime.Definitions.DecideSettingsAsync(Client.Workspace, new WorkspaceSettings { Value = new ValueSettings { HorizonDays = 39 * 7 } }, null, CancellationToken.None);
        var client = new Client(_runtime);
        for (var day = start; day < middle; day = day.AddDays(1))
        {
            _runtime.Clock.Advance(TimeSpan.FromDays(1));
            var noon = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
            await client.SendAsync(purchases.Where(purchase => purchase.Day == day)
                .Select(purchase => Lines.Of($"p{purchase.Number}", purchase.Customer, "purchase", noon, $"\"value\":{purchase.Value},\"currency\":\"USD\"")));
            await LearnAsync();
        }

        var model = await LearnAsync();
        var buyAgain = purchases.Where(purchase => purchase.Day >= middle && purchase.Day < end).Select(purchase => purchase.Customer).ToHashSet();
        var expectedPurchases = 0.0;
        var scored = new List<(double Probability, bool Left)>();
        foreach (var customer in purchases.Where(purchase => purchase.Day < middle).Select(purchase => purchase.Customer).Distinct())
        {
            var view = await _runtime.Queries.CustomerAsync(Client.Workspace, customer, null, CancellationToken.None);
            Assert.Equal(ChurnSource.Model, view!.Churn.Source);
            scored.Add((view.Churn.Probability!.Value, !buyAgain.Contains(customer)));
            Assert.Equal((ScoreStatus.Ok, 2357), (view.Buying.Status, view.Buying.FittedToCustomers));
            expectedPurchases += view.Buying.ExpectedPurchases!.Value;
        }

        // What they are expected to buy in the next 39 weeks, against the days on which they did, which is what the model's authors count.
        var bought = purchases.Where(purchase => purchase.Day >= middle && purchase.Day < end).DistinctBy(purchase => (purchase.Customer, purchase.Day)).Count();
        output.WriteLine($"expected purchases {expectedPurchases:F0}, bought {bought}");
        Assert.InRange(expectedPurchases / bought, 0.8, 1.2);

        var auc = Auc(scored);
        output.WriteLine($"{scored.Count} customers, learned from {model.LearnedFrom} outcomes: AUC {auc:F4}");
        Assert.Equal((2357, 684), (scored.Count, scored.Count(customer => !customer.Left)));
        Assert.InRange(auc, 0.78, 1);
    }

    [PublicDataFact("telco_churn.csv")]
    public async Task Customers_by_their_traits_are_predicted_before_it_is_known_who_cancels()
    {
        const int HorizonDays = 7;
        const int ArrivalsADay = 24;
        await _runtime.Definitions.DecideSettingsAsync(
            Client.Workspace, new WorkspaceSettings { Churn = new ChurnSettings { HorizonDays = HorizonDays, Leaving = ChurnMode.Cancellation } }, null, CancellationToken.None);
        var file = PublicDataFactAttribute.ReadLines("telco_churn.csv");
        var names = file[0].Split(',');
        var arrivals = new Queue<string[]>(file.Skip(1).Select(line => line.Split(',')));
        var ending = new PriorityQueue<(string Customer, long CancelledMs), long>();
        var client = new Client(_runtime);
        var numbers = 0;
        var untilMs = long.MaxValue;
        while (_runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds() < untilMs)
        {
            _runtime.Clock.Advance(TimeSpan.FromDays(1));
            var now = _runtime.Clock.GetUtcNow();
            var lines = new List<string>();
            for (var i = 0; i < ArrivalsADay && arrivals.TryDequeue(out var fields); i++)
            {
                lines.Add(Lines.Of($"i{numbers++}", fields[0], "identify", now, $"\"traits\":{{{TraitsOf(names, fields)}}}"));
                lines.Add(Lines.Visit($"v{numbers}", fields[0], now));

                // Half a horizon after it is first asked about, who leaves says so. The table has one outcome for each: who stays sends a
                // cancellation that is dated before the prediction, which does not answer it, and ends the asking.
                var (nowMs, horizonMs) = (now.ToUnixTimeMilliseconds(), HorizonDays * (long)TimeSpan.MillisecondsPerDay);
                var endMs = LandmarkSchedule.NextMs(nowMs, LandmarkSchedule.PhaseOf(fields[0]), horizonMs, nowMs) + (horizonMs / 2);
                ending.Enqueue((fields[0], fields[^1] == "Yes" ? endMs : nowMs), endMs);
            }

            while (ending.TryPeek(out var end, out var endMs) && endMs <= now.ToUnixTimeMilliseconds())
            {
                ending.Dequeue();
                lines.Add(Lines.Of($"c{numbers++}", end.Customer, "cancelled", DateTimeOffset.FromUnixTimeMilliseconds(end.CancelledMs)));
            }

            await client.SendAsync(lines);
            await LearnAsync();
            untilMs = arrivals.Count == 0 && untilMs == long.MaxValue ? now.AddDays((2 * HorizonDays) + 1).ToUnixTimeMilliseconds() : untilMs;
        }

        var model = await LearnAsync();
        output.WriteLine($"{model.Outcomes} outcomes, {model.Left} left; of the last {model.Record.Predictions}: AUC {model.Record.Auc:F4}, calibration error {model.Record.CalibrationError:F4}, Brier {model.Record.Brier:F4}, lift {model.Record.TopDecileLift:F2}");
        Assert.InRange(model.Record.Auc!.Value, 0.845, 1);
        Assert.InRange(model.Record.CalibrationError!.Value, 0, 0.03);
    }

    private static string TraitsOf(string[] names, string[] fields) => string.Join(',', Enumerable.Range(1, fields.Length - 2)
        .Where(i => !string.IsNullOrWhiteSpace(fields[i]))
        .Select(i => double.TryParse(fields[i], CultureInfo.InvariantCulture, out _) ? $"\"{names[i]}\":{fields[i]}" : $"\"{names[i]}\":\"{fields[i]}\""));

    private static double Auc(List<(double Probability, bool Left)> scored)
    {
        var (left, stayed) = (scored.Where(customer => customer.Left).ToList(), scored.Where(customer => !customer.Left).ToList());
        var won = left.Sum(one => stayed.Sum(other => one.Probability > other.Probability ? 1 : one.Probability == other.Probability ? 0.5 : 0));
        return won / left.Count / stayed.Count;
    }

    // What came in is applied, the model is published where that is due, and everybody is evaluated by it.
    private async Task<ModelView> LearnAsync()
    {
        await _runtime.SettleAsync();
        await _runtime.Service<ModelPublisher>().LookAsync();
        await _runtime.SettleAsync();
        return await _runtime.Queries.ModelAsync(Client.Workspace, CancellationToken.None);
    }
}
