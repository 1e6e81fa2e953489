using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Keys;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Surveys;

namespace CxGrains.Embedded.Tests.Catalog;

public sealed class CatalogTests
{
    [Fact]
    public async Task A_removed_key_stays_removed_also_after_a_restart()
    {
        await using var runtime = await StartAsync();
        await runtime.Keys.CreateWorkspaceAsync(new WorkspaceRecord("acme", "Acme"), CancellationToken.None);
        var (admin, reader) = (new KeyRecord("a", "acme", Scopes.Admin, "admin", 1), new KeyRecord("r", "acme", Scopes.Read, "reader", 2));
        await runtime.Keys.AddKeyAsync(admin, CancellationToken.None);
        await runtime.Keys.AddKeyAsync(reader, CancellationToken.None);

        await runtime.Keys.RemoveKeyAsync(reader, CancellationToken.None);
        await Assert.ThrowsAsync<ConflictException>(async () => await runtime.Keys.RemoveKeyAsync(admin, CancellationToken.None));

        Assert.Equal([admin], runtime.Keys.Of("acme"));
        await runtime.CrashAsync();
        await runtime.StartAsync();
        Assert.Equal([admin], runtime.Keys.Of("acme"));
        Assert.Null(runtime.Keys.Find("r"));
    }

    [Fact]
    public async Task A_contradiction_is_told_in_the_words_of_the_api()
    {
        await using var runtime = await StartAsync();
        var survey = new SurveyDefinition { Id = "s", Name = "s", Metric = SurveyMetric.Csat, Scale = 5 };
        await runtime.Definitions.DefineSurveyAsync("acme", survey, null, CancellationToken.None);

        var conflict = await Assert.ThrowsAsync<ConflictException>(async () =>
            await runtime.Definitions.DefineSurveyAsync("acme", survey with { Metric = SurveyMetric.Nps, Scale = 10 }, null, CancellationToken.None));

        Assert.Contains("metric csat with the scale 5", conflict.Message, StringComparison.Ordinal);
        Assert.Contains("nps with the scale 10", conflict.Message, StringComparison.Ordinal);
    }

    private static async Task<EmbeddedRuntimeUnderTest> StartAsync()
    {
        var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize { PartitionsCount = 1 }, new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        return runtime;
    }
}
