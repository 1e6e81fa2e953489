using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Tests;

namespace CxGrains.Embedded.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public async Task Documents_follow_their_laws()
    {
        await using var runtime = await StartAsync();

        await DocumentLaws.DocumentsAsync(runtime.Service<IDocuments>());
    }

    [Fact]
    public async Task The_quarantine_follows_its_laws()
    {
        await using var runtime = await StartAsync();

        await DocumentLaws.QuarantineAsync(runtime.Service<IPayloadQuarantine>());
    }

    [Fact]
    public async Task Both_survive_a_crash()
    {
        await using var runtime = await StartAsync();
        var stored = await runtime.Service<IDocuments>().PutAsync(new StoredDocument("acme", "connection", "a", "token", "{}", 0), null, default);
        await runtime.Service<IPayloadQuarantine>().AddAsync("acme", [new QuarantinedPayload(0, "segment", 1, "why", "x"u8.ToArray(), 1)], default);

        await runtime.CrashAsync();
        await runtime.StartAsync();

        Assert.Equal(stored, await runtime.Service<IDocuments>().FindByKeyAsync("connection", "token", default));
        Assert.Equal(1, (await runtime.Service<IPayloadQuarantine>().ListAsync("acme", null, 10, null, default)).Count);
    }

    private static async Task<EmbeddedRuntimeUnderTest> StartAsync()
    {
        var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize { PartitionsCount = 1 }, new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        return runtime;
    }
}
