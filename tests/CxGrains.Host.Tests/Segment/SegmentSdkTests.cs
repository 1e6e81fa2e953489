using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.Segment;

/// <summary>Segment's own SDK for Node.js, unchanged, told only another host.</summary>
[Collection(ProcessesCollection.Name)]
public class SegmentSdkTests
{
    [NodeFact]
    public async Task Segment_s_SDK_works_with_only_another_host()
    {
        var sdk = Path.Combine(AppContext.BaseDirectory, "Segment", "sdk");
        await Node.InstallAsync(sdk);
        await using var host = await HostProcess.StartNewAsync();
        using var admin = new Api(host.Url, HostProcess.AdminKey);
        var key = await admin.CreateKeyAsync("default", "ingest");

        var output = await Node.RunAsync(sdk, "node", "send.mjs", host.Url, key);

        Assert.Equal($"200 {host.Url}/v1/batch", output.Trim());
        await Until.TrueAsync(async () => (await admin.AskAsync("customers/ada")).Json.ToString().Contains("Quick and kind.", StringComparison.Ordinal), () => "the answer is applied");
        var ada = await admin.ViewAsync("customers/ada");
        Assert.Equal("Ada", ada.At("traits.name").GetString());
        Assert.Equal("acme", ada.At("account").GetString());
        Assert.Equal(1, ada.At("purchases.count").GetInt32());
        Assert.Equal(49.9m, ada.At("purchases.total").GetDecimal());
        Assert.Equal(9, ada.At("answers")[0].GetProperty("score").GetInt32());
        Assert.Single(ada.At("timeline").EnumerateArray(), entry => entry.GetProperty("type").GetString() == "song_played");

        // What she did before she was known is hers too.
        await Until.TrueAsync(async () => (await admin.ViewAsync("customers/visitor-1")).At("id").GetString() == "ada", () => "the visitor is Ada");
        Assert.Contains(
            (await admin.ViewAsync("customers/ada")).At("timeline").EnumerateArray(),
            entry => entry.TryGetProperty("label", out var label) && label.GetString() == "Our prices");
    }
}
