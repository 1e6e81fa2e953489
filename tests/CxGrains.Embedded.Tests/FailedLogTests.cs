using CxGrains.Abstractions;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Embedded.Log;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Embedded.Tests;

/// <summary>The log's table goes away for a while, so that each append fails as it does on a full disk.</summary>
public sealed class FailedLogTests
{
    private const int BatchLines = 4_000;

    [Fact]
    public async Task A_log_that_cannot_be_written_refuses_and_takes_interactions_again_when_it_can()
    {
        await using var runtime = new EmbeddedRuntimeUnderTest(
            new RuntimeSize(), new ManualTimeProvider(Lines.Noon), services => services.Configure<EmbeddedOptions>(options => options.WaitingInteractionsMax = 10_000));
        await runtime.StartAsync();
        var lines = Enumerable.Range(0, BatchLines).Select(i => Lines.Visit($"i{i}", $"c{i % 10}", Lines.Noon)).ToList();
        using var log = new LogStore(Path.Combine(runtime.DataDirectory, "log.db"));
        log.Database.Execute("ALTER TABLE log RENAME TO away");

        // Often enough that room which was not given back would be missed.
        for (var i = 0; i < 4; i++)
        {
            var refused = await Assert.ThrowsAnyAsync<UnavailableException>(() => new Client(runtime).AppendAsync(lines));
            Assert.Contains("log cannot be written", refused.Message, StringComparison.Ordinal);
            Assert.True(refused.RetryAfterSeconds >= 1);
        }

        log.Database.Execute("ALTER TABLE away RENAME TO log");
        await new Client(runtime).SendAsync(lines);
        Assert.Equal(BatchLines, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);
    }
}
