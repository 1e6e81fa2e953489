using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Embedded.Tests;

/// <summary>What the two files hold while a runtime works, stops and starts again.</summary>
public sealed class DataDirectoryTests : IAsyncLifetime
{
    private readonly List<EmbeddedRuntimeUnderTest> _runtimes = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var runtime in _runtimes)
        {
            await runtime.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_log_is_cut_behind_the_checkpoints()
    {
        var runtime = await StartAsync(_ => { });
        var client = new Client(runtime);
        await client.SendAsync(Visits(0, 10));
        Assert.NotEmpty(RowsOf(runtime));

        await runtime.SaveAsync();
        await client.SendAsync(Visits(10, 10));
        var kept = Position.Parse(await client.AppendAsync(Visits(20, 10))).Row;
        await runtime.SettleAsync();

        Assert.Equal([kept - 1, kept], RowsOf(runtime));
    }

    [Fact]
    public async Task The_log_keeps_what_is_younger_than_its_retention()
    {
        var runtime = await StartAsync(options => options.LogRetentionHours = 2);
        await new Client(runtime).SendAsync(Visits(0, 10));
        await runtime.SaveAsync();
        await runtime.SettleAsync();
        Assert.Single(RowsOf(runtime));

        runtime.Clock.Advance(TimeSpan.FromHours(2));
        await runtime.SettleAsync();

        Assert.Empty(RowsOf(runtime));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_that_are_kept_behind_a_checkpoint_are_not_counted_again(bool crashes)
    {
        // Without ids of their own a repeat could only be known by its position.
        var runtime = await StartAsync(options => options.LogRetentionHours = 24);
        var lines = Enumerable.Range(0, 60).Select(i => $$"""{"customer":"c{{i % 20}}","type":"purchase","value":1}""").ToList();
        await new Client(runtime).SendAsync(lines);
        await new Client(runtime).SendAsync(lines);
        await runtime.SaveAsync();
        Assert.Equal(2, RowsOf(runtime).Length);

        await (crashes ? runtime.CrashAsync() : runtime.StopAsync());
        await runtime.StartAsync();

        var view = await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None);
        Assert.Equal((120, 120m), (view.Interactions, view.Purchases.Total));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Numbers_go_on_where_the_log_was_cut_to_nothing(bool crashes)
    {
        var runtime = await StartAsync(_ => { });
        var client = new Client(runtime);
        await client.SendAsync(Visits(0, 10));
        var last = Position.Parse(await client.AppendAsync(Visits(10, 1)));
        await runtime.SaveAsync();
        await runtime.SettleAsync();
        Assert.Empty(RowsOf(runtime));

        await (crashes ? runtime.CrashAsync() : runtime.StopAsync());
        await runtime.StartAsync();
        var next = Position.Parse(await client.AppendAsync(Visits(20, 1)));

        Assert.True(next > last, $"{next} stands before {last}");
        await runtime.SettleAsync();
        Assert.Equal(12, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);
    }

    [Fact]
    public async Task A_clean_stop_leaves_nothing_to_replay()
    {
        var runtime = await StartAsync(_ => { });
        await new Client(runtime).SendAsync(Visits(0, 10));

        await runtime.StopAsync();

        Assert.Empty(RowsOf(runtime));
    }

    [Fact]
    public async Task A_second_runtime_on_the_same_directory_is_refused_and_the_first_goes_on()
    {
        var first = await StartAsync(_ => { });
        var second = Make(options => options.DataDirectory = first.DataDirectory);

        var refused = await Assert.ThrowsAsync<StorageException>(second.StartAsync);

        Assert.Contains(first.DataDirectory, refused.Message, StringComparison.Ordinal);
        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
        await new Client(first).SendAsync(Visits(0, 1));
        Assert.Equal(1, (await first.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);
    }

    [Fact]
    public async Task A_directory_keeps_its_number_of_partitions()
    {
        var partitions = 3;
        var runtime = Make(options => options.PartitionsCount = partitions);
        await runtime.StartAsync();
        await new Client(runtime).SendAsync(Visits(0, 50));
        await runtime.StopAsync();

        partitions = 5;
        await runtime.StartAsync();

        Assert.Equal(3, runtime.Partitions.Count);
        await new Client(runtime).SendAsync(Visits(0, 50));
        Assert.Equal(50, (await runtime.Queries.WorkspaceAsync(Client.Workspace, null, CancellationToken.None)).Interactions);
    }

    [Fact]
    public async Task Settings_out_of_range_are_refused_with_their_limit()
    {
        var runtime = Make(options => options.PartitionsCount = 65);

        var refused = await Assert.ThrowsAnyAsync<Exception>(runtime.StartAsync);

        Assert.Contains(nameof(EmbeddedOptions.PartitionsCount), refused.Message, StringComparison.Ordinal);
        Assert.Contains("64", refused.Message, StringComparison.Ordinal);
    }

    private static string[] Visits(int from, int count) => [.. Enumerable.Range(from, count).Select(i => Lines.Visit($"i{i}", $"c{i}", Lines.Noon))];

    private static long[] RowsOf(EmbeddedRuntimeUnderTest runtime)
    {
        using var log = new LogStore(Path.Combine(runtime.DataDirectory, "log.db"));
        return [.. log.ReadBetween(0, long.MaxValue).Select(row => row.Row)];
    }

    private EmbeddedRuntimeUnderTest Make(Action<EmbeddedOptions> configure)
    {
        var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize(), new ManualTimeProvider(Lines.Noon), services => services.Configure(configure));
        _runtimes.Add(runtime);
        return runtime;
    }

    private async Task<EmbeddedRuntimeUnderTest> StartAsync(Action<EmbeddedOptions> configure)
    {
        var runtime = Make(configure);
        await runtime.StartAsync();
        return runtime;
    }
}
