using System.Diagnostics;
using System.Text.Json;
using CxGrains.Abstractions;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Queries;
using CxGrains.Cluster.Tests.Conformance;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Outages;

[Collection(PostgresCollection.Name)]
public class DatabaseAwayTests
{
    private const int StaleConnectionsMax = 100;

    // Queries wait two seconds for a partition whose run failed; what is over is a slow machine's.
    private static readonly TimeSpan SoonMax = TimeSpan.FromSeconds(8);

    [PostgresFact]
    public async Task Everything_is_answered_soon_as_unavailable_and_afterwards_nothing_is_missing()
    {
        var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        try
        {
            await using var runtime = new ClusterRuntimeUnderTest(postgres, new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
            await runtime.StartAsync();
            var client = new Client(runtime);
            await client.SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
            await DefineSurveyAsync(runtime, "before");
            await runtime.SaveAsync();
            await postgres.StopServerAsync();

            await IsUnavailableAsync(() => client.AppendAsync([Lines.Visit("i2", "bob", Lines.Noon)]));

            // The workspace's grain ends with the first change, and the next call finds none that could be read.
            await IsUnavailableAsync(() => DefineSurveyAsync(runtime, "during"));
            await IsUnavailableAsync(() => DefineSurveyAsync(runtime, "during"));
            await IsUnavailableAsync(() => DefineSegmentAsync(runtime));
            await IsUnavailableAsync(() => runtime.Definitions.OfAsync(Client.Workspace, CancellationToken.None).AsTask());
            await IsUnavailableAsync(() => runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None).AsTask());
            await IsUnavailableAsync(() => runtime.Queries.CustomersAsync(Client.Workspace, new CustomerQuery(), CancellationToken.None).AsTask());
            await IsUnavailableAsync(() => runtime.Service<IKeys>().CreateWorkspaceAsync(new WorkspaceRecord("w", "w"), CancellationToken.None).AsTask());

            await postgres.StartServerAgainAsync();
            await runtime.SettleAsync();
            await client.SendAsync(Lines.Visit("i3", "bob", Lines.Noon));
            var workspace = await AnsweredAsync(() => runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None).AsTask());
            var defined = await AnsweredAsync(() => runtime.Definitions.OfAsync(Client.Workspace, CancellationToken.None).AsTask());
            Assert.Equal(2, workspace.Interactions);
            Assert.Equal("before", Assert.Single(defined.Surveys).Key);
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }

    // A connection that was open when the server went tells so once, when it is used next.
    private static async Task<T> AnsweredAsync<T>(Func<Task<T>> call)
    {
        var refusals = 0;
        while (true)
        {
            try
            {
                return await call();
            }
            catch (UnavailableException)
            {
                Assert.InRange(++refusals, 1, StaleConnectionsMax);
            }
        }
    }

    private static async Task IsUnavailableAsync(Func<Task> call)
    {
        var clock = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<UnavailableException>(call);
        Assert.DoesNotContain("127.0.0.1", error.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, SoonMax);
    }

    private static Task DefineSurveyAsync(ClusterRuntimeUnderTest runtime, string id)
    {
        var survey = new SurveyDefinition { Id = id, Name = id, Metric = SurveyMetric.Nps, Scale = SurveyDefinition.DefaultScale(SurveyMetric.Nps) };
        return runtime.Definitions.DefineSurveyAsync(Client.Workspace, survey, null, CancellationToken.None).AsTask();
    }

    private static async Task DefineSegmentAsync(ClusterRuntimeUnderTest runtime)
    {
        using var json = JsonDocument.Parse("""{"field":"interactions","op":"ge","value":1}""");
        await runtime.Definitions.DefineSegmentAsync(Client.Workspace, "all", "all", SegmentRule.Parse(json.RootElement), null, CancellationToken.None);
    }
}
