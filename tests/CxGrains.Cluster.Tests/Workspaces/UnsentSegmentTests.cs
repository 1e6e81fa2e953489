using System.Text.Json;
using CxGrains.Cluster.Storage;
using CxGrains.Cluster.Tests.Conformance;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Segments;
using CxGrains.Tests.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Cluster.Tests.Workspaces;

[Collection(PostgresCollection.Name)]
public class UnsentSegmentTests(PostgresFixture postgres)
{
    private bool _isRefusing = true;

    [PostgresFact]
    public async Task A_segment_that_was_stored_and_not_sent_is_sent_when_it_is_defined_again_and_definitions_are_read_meanwhile()
    {
        await using var runtime = new ClusterRuntimeUnderTest(
            postgres,
            new RuntimeSize(),
            new ManualTimeProvider(Lines.Noon),
            silo => silo.Services.AddSingleton<IPartitionLog>(services => new RefusingLog(services.GetRequiredService<PostgresLog>(), () => _isRefusing)));
        await runtime.StartAsync();
        await new Client(runtime).SendAsync(Lines.Visit("i1", "ada", Lines.Noon));
        await Assert.ThrowsAnyAsync<Exception>(() => DefineAsync(runtime));

        // The workspace's next life finds a segment to send, and the log that refuses it.
        await runtime.CrashAsync();
        await runtime.StartAsync();
        Assert.Contains("all", await runtime.Definitions.OfAsync(Client.Workspace, CancellationToken.None) is { } definitions ? definitions.Segments.Keys : []);

        _isRefusing = false;
        Assert.Equal(1, (await DefineAsync(runtime)).Version);
        await runtime.SettleAsync();

        var segment = await runtime.Queries.SegmentAsync(Client.Workspace, "all", null, CancellationToken.None);
        Assert.Equal((1, 1), (segment!.Members, segment.Progress));
    }

    private static async Task<SegmentDefinition> DefineAsync(ClusterRuntimeUnderTest runtime)
    {
        using var json = JsonDocument.Parse("""{"field":"interactions","op":"ge","value":1}""");
        return await runtime.Definitions.DefineSegmentAsync(Client.Workspace, "all", "all", SegmentRule.Parse(json.RootElement), null, CancellationToken.None);
    }
}
