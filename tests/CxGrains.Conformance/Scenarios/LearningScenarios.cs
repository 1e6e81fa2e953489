using CxGrains.Abstractions.Views;
using CxGrains.Conformance.Requirements;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Settings;

namespace CxGrains.Conformance.Scenarios;

/// <summary>The churn model learns from what becomes of its own predictions, counts each once, and speaks once it knows enough.</summary>
public abstract class LearningScenarios : RuntimeScenarios
{
    private const int Customers = 240;
    private const int HorizonDays = 14;
    private const int Days = 90;
    private const int StepDays = 3;

    [ScenarioFact]
    public async Task Outcomes_are_learned_once_each_and_the_model_speaks_from_then_on()
    {
        var runtime = await StartAsync();
        await runtime.Definitions.DecideSettingsAsync(
            Client.Workspace, new WorkspaceSettings { Churn = new ChurnSettings { HorizonDays = HorizonDays } }, null, CancellationToken.None);
        await LiveAsync(runtime, Days / 2);
        await CrashAndStartAsync(runtime);
        await LiveAsync(runtime, Days);
        var expected = Enumerable.Range(0, Customers).SelectMany(number => OutcomesOf(number, runtime.Clock.GetUtcNow())).ToList();

        var model = await PublishedAsync(runtime);
        Assert.Equal((expected.Count, expected.Count(left => left)), (model.Outcomes, model.Left));
        Assert.Equal((HorizonDays, ChurnSource.Model), (model.HorizonDays, model.Source));
        Assert.Equal(expected.Count, model.Record.Predictions);

        // Whoever stays was seen within three days, and whoever left was not: a model that learned tells them apart, and says why.
        var (stays, left) = (await CustomerAsync(runtime, 0), await CustomerAsync(runtime, 1));
        Assert.Equal((ChurnSource.Model, ChurnSource.Model), (stays.Churn.Source, left.Churn.Source));
        Assert.True(stays.Churn.Probability < 0.1 && left.Churn.Probability > 0.9, $"{stays.Churn.Probability} and {left.Churn.Probability}");
        Assert.Equal("silence", left.Churn.Drivers![0].Factor);
        AssertDriversSum(stays.Churn);

        await RestartAsync(runtime);
        Assert.True((await CustomerAsync(runtime, 1)).Churn.Probability > 0.9);
        Assert.Equal(model.Outcomes, (await runtime.Queries.ModelAsync(Client.Workspace, CancellationToken.None)).Outcomes);
    }

    [ScenarioFact]
    public async Task Another_horizon_is_another_question_and_begins_anew()
    {
        var runtime = await StartAsync();
        await runtime.Definitions.DecideSettingsAsync(
            Client.Workspace, new WorkspaceSettings { Churn = new ChurnSettings { HorizonDays = HorizonDays } }, null, CancellationToken.None);
        await LiveAsync(runtime, Days);
        await PublishedAsync(runtime);

        await runtime.Definitions.DecideSettingsAsync(
            Client.Workspace, new WorkspaceSettings { Churn = new ChurnSettings { HorizonDays = 2 * HorizonDays } }, null, CancellationToken.None);
        await runtime.SettleAsync();

        var model = await runtime.Queries.ModelAsync(Client.Workspace, CancellationToken.None);
        Assert.Equal((ChurnSource.Prior, 0, 0), (model.Source, model.Version, model.Outcomes));
        Assert.Equal(ChurnSource.Prior, (await CustomerAsync(runtime, 0)).Churn.Source);
    }

    private static void AssertDriversSum(ChurnView churn)
    {
        static double LogOdds(double probability) => Math.Log(probability / (1 - probability));
        Assert.Equal(LogOdds(churn.Probability!.Value) - LogOdds(churn.Baseline!.Value), churn.Drivers!.Sum(driver => driver.Contribution), 1e-9);
    }

    // Everybody visits every third day; the odd ones only for three weeks.
    private static IEnumerable<DateTimeOffset> VisitsOf(int number, DateTimeOffset until)
    {
        var first = Lines.Noon.AddHours(number % 24);
        for (var day = 0; day < Days; day += StepDays)
        {
            var at = first.AddDays(day);
            if (at <= until && (number % 2 == 0 || day < 21))
            {
                yield return at;
            }
        }
    }

    private static async Task LiveAsync(IRuntimeUnderTest runtime, int untilDay)
    {
        var client = new Client(runtime);
        while (runtime.Clock.GetUtcNow() < Lines.Noon.AddDays(untilDay))
        {
            var before = runtime.Clock.GetUtcNow();
            runtime.Clock.Advance(TimeSpan.FromDays(1));
            var now = runtime.Clock.GetUtcNow();
            await client.SendAsync(Enumerable.Range(0, Customers).SelectMany(number => VisitsOf(number, now)
                .Where(at => at > before || at == Lines.Noon && before == Lines.Noon)
                .Select(at => Lines.Visit($"v{number}-{at:MMddHH}", $"c{number}", at))));
            await runtime.SettleAsync();
        }
    }

    // What the schedule's rules make of a customer's visits, counted once more.
    private static IEnumerable<bool> OutcomesOf(int number, DateTimeOffset now)
    {
        var visits = VisitsOf(number, now).Select(at => at.ToUnixTimeMilliseconds()).ToList();
        var horizonMs = HorizonDays * (long)TimeSpan.MillisecondsPerDay;
        var landmarkMs = LandmarkSchedule.NextMs(visits[0], LandmarkSchedule.PhaseOf($"c{number}"), horizonMs, visits[0]);
        var isAsked = false;
        for (; landmarkMs + TimeSpan.MillisecondsPerHour <= now.ToUnixTimeMilliseconds(); landmarkMs += horizonMs)
        {
            if (isAsked)
            {
                yield return !visits.Exists(at => at > landmarkMs - horizonMs && at <= landmarkMs);
            }

            isAsked = visits.Exists(at => at > landmarkMs - (2 * horizonMs) && at < landmarkMs);
        }
    }

    private static async Task<ModelView> PublishedAsync(IRuntimeUnderTest runtime)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var model = await runtime.Queries.ModelAsync(Client.Workspace, CancellationToken.None);
            if (model.Source == ChurnSource.Model)
            {
                await runtime.SettleAsync();
                return model;
            }

            runtime.Clock.Tick();
            await runtime.SettleAsync();
        }

        throw new InvalidOperationException("No model was published.");
    }

    private static async Task<CustomerView> CustomerAsync(IRuntimeUnderTest runtime, int number)
    {
        await runtime.SettleAsync();
        return (await runtime.Queries.CustomerAsync(Client.Workspace, $"c{number}", null, CancellationToken.None))!;
    }
}
