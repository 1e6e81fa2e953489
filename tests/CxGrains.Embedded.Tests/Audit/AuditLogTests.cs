using CxGrains.Abstractions;
using CxGrains.Abstractions.Audit;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Tests;

namespace CxGrains.Embedded.Tests.Audit;

public sealed class AuditLogTests
{
    [Fact]
    public async Task Entries_are_found_page_by_page()
    {
        await using var runtime = await StartAsync();

        await AuditLaws.PagesAsync(runtime.Service<IAuditLog>());
    }

    [Fact]
    public async Task No_customer_stands_in_it_in_clear()
    {
        await using var runtime = await StartAsync();

        await AuditLaws.SubjectsAsync(runtime.Service<IAuditLog>());

        await runtime.StopAsync();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(runtime.DataDirectory, "audit.db"));
        Assert.True(bytes.AsSpan().IndexOf("customer.read"u8) >= 0);
        Assert.True(bytes.AsSpan().IndexOf("lovelace"u8) < 0);
        await runtime.StartAsync();
    }

    [Fact]
    public async Task Many_may_write_at_once()
    {
        await using var runtime = await StartAsync();

        await AuditLaws.ManyAtOnceAsync(runtime.Service<IAuditLog>());
    }

    [Fact]
    public async Task What_is_old_goes()
    {
        await using var runtime = await StartAsync();

        await AuditLaws.RemovalAsync(runtime.Service<IAuditLog>());
    }

    [Fact]
    public async Task What_was_written_survives_a_crash_and_is_still_found_by_customer()
    {
        await using var runtime = await StartAsync();
        await runtime.Service<IAuditLog>().AppendAsync("acme", new AuditAct { AtMs = 1, By = "key", ByName = "Ann", Action = "customer.read", Customer = "ada" }, default);

        await runtime.CrashAsync();
        await runtime.StartAsync();

        Assert.Equal(1, Assert.Single(await runtime.Service<IAuditLog>().ListAsync("acme", new AuditQuery { Customer = "ada" }, default)).AtMs);
    }

    [Fact]
    public async Task Who_comes_after_the_end_is_told()
    {
        await using var runtime = await StartAsync();
        var log = runtime.Service<IAuditLog>();

        await runtime.StopAsync();

        await Assert.ThrowsAnyAsync<UnavailableException>(async () =>
            await log.AppendAsync("acme", new AuditAct { AtMs = 1, By = "key", ByName = "Ann", Action = "customer.read" }, default));
        await runtime.StartAsync();
    }

    private static async Task<EmbeddedRuntimeUnderTest> StartAsync()
    {
        var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize { PartitionsCount = 1 }, new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        return runtime;
    }
}
