using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CxGrains.Host.Tests.Processes;
using CxGrains.Host.Tests.Repeats;
using Xunit.Abstractions;

namespace CxGrains.Host.Tests.Cdnow;

/// <summary>Years of old purchases, imported by <c>cx</c> into a running Host.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class CdnowTests(ITestOutputHelper output)
{
    private const int Purchases = 69_659;
    private const int Customers = 23_570;
    private const string LastDay = "1998-06-30";

    [CdnowFact]
    public async Task The_whole_file_is_counted_once_raises_no_alert_and_shows_as_it_stood()
    {
        var file = CdnowFile.Find();
        Assert.True(file is not null, "shared/data/cdnow_master.txt is missing");
        var purchases = CdnowFile.Read(file);
        await using var host = await HostProcess.StartNewAsync();
        using var api = new Api(host.Url, HostProcess.AdminKey);

        // So far ahead that the file has no outcome to learn from: what is compared is the prior, which has a formula.
        await api.DefineAsync("settings", new { churn = new { horizonDays = 730 } });
        var summary = await ImportAsync(host, file);

        Assert.Contains($"accepted   {Purchases:N0} (", summary, StringComparison.Ordinal);
        Assert.Contains($"customers  {Customers:N0}", summary, StringComparison.Ordinal);
        var workspace = await AppliedAsync(api);
        Assert.Equal(Purchases, workspace.Count("interactions"));
        Assert.Equal(Purchases, workspace.Count("purchases.count"));
        Assert.Equal(Customers, workspace.Count("customers"));
        Assert.Equal(purchases.Sum(purchase => purchase.Dollars), workspace.At("purchases.total").GetDecimal());
        await AssertAlreadySoAsync(api, workspace);
        await AssertAsOfAsync(api, purchases);

        var before = await ViewsAsync(api);
        var again = await ImportAsync(host, file);
        Assert.Contains($"accepted   {Purchases:N0} (", again, StringComparison.Ordinal);
        await AppliedAsync(api);
        Assert.All(before.Zip(await ViewsAsync(api)), pair => Assert.Empty(JsonDifference.Between(pair.First, pair.Second)));
    }

    private async Task<string> ImportAsync(HostProcess host, string file)
    {
        var state = Directory.CreateTempSubdirectory("cx-import-");
        var started = Stopwatch.GetTimestamp();
        var start = DotnetProgram.StartInfo(
            "cx",
            [
                "import", file, "--url", host.Url, "--state", state.FullName, "--delimiter", "whitespace", "--type", "purchase", "--date-format", "yyyyMMdd",
                "--map", "customer=customer_id,at=date,value=dollar_value,properties.cds=number_of_cds",
            ]);
        start.Environment["CX_KEY"] = HostProcess.AdminKey;
        using var cx = Process.Start(start)!;
        try
        {
            using var deadline = new CancellationTokenSource(Until.Deadline);
            var written = cx.StandardOutput.ReadToEndAsync(deadline.Token);
            var complaints = cx.StandardError.ReadToEndAsync(deadline.Token);
            await cx.WaitForExitAsync(deadline.Token);
            Assert.True(cx.ExitCode == 0, await written + await complaints);
            output.WriteLine($"import: {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s");
            return await written;
        }
        finally
        {
            if (!cx.HasExited)
            {
                cx.Kill();
            }

            state.Delete(recursive: true);
        }
    }

    // Nothing of its own is added: an interaction that is refused waits for nothing, so the count is waited for.
    private static async Task<JsonElement> AppliedAsync(Api api)
    {
        JsonElement view = default;
        await Until.TrueAsync(
            async () => (view = await api.ViewAsync("workspace")).Count("interactions") >= Purchases,
            () => $"{Purchases} applied: {view.Count("interactions")}");
        return view;
    }

    private static async Task<IReadOnlyList<JsonElement>> ViewsAsync(Api api) =>
    [
        await api.ViewAsync($"workspace?asOf={LastDay}"),
        await api.ViewAsync($"customers?sort=value&limit=500&asOf={LastDay}"),
        await api.ViewAsync($"customers/00002?asOf={LastDay}"),
        await api.ViewAsync("alerts?state=alreadySo&limit=200"),
        await api.ViewAsync("alerts"),
    ];

    private static async Task AssertAlreadySoAsync(Api api, JsonElement workspace)
    {
        Assert.Equal(0, workspace.Count("alerts.open"));
        Assert.Equal(0, (await api.ViewAsync("alerts?state=open")).Count("total"));
        Assert.True((await api.ViewAsync("alerts?state=alreadySo")).Count("total") > 0);

        // Nobody bought for decades.
        Assert.Equal(Customers, workspace.Count("atRisk"));
        var lapsed = await api.ViewAsync("customers?band=high&limit=500");
        Assert.Equal(Customers, lapsed.Count("total"));
        Assert.All(lapsed.At("customers").EnumerateArray(), row => Assert.True(row.At("churn.alreadySo").GetBoolean(), row.ToString()));
    }

    private async Task AssertAsOfAsync(Api api, IReadOnlyList<(string Customer, DateOnly Day, decimal Dollars)> purchases)
    {
        var asOf = DateTimeOffset.Parse(LastDay, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddDays(1).AddMilliseconds(-1);
        var expected = purchases.GroupBy(purchase => purchase.Customer)
            .ToDictionary(group => group.Key, group => ExpectedRisk.Probability(group.Select(purchase => purchase.Day), asOf));
        var bands = expected.Values.CountBy(ExpectedRisk.Band).ToDictionary();

        var view = await api.ViewAsync($"workspace?asOf={LastDay}");
        output.WriteLine($"as of {LastDay}: {view.At("risk")}");
        Assert.Equal(asOf, view.At("asOf").GetDateTimeOffset());
        Assert.All(bands, band => Assert.Equal(band.Value, view.Count($"risk.{band.Key}")));
        Assert.Equal(3, bands.Count);

        var inJune = purchases.GroupBy(purchase => purchase.Customer).Where(group => group.Max(purchase => purchase.Day) >= new DateOnly(1998, 6, 1)).Select(group => group.Key).ToHashSet();
        Assert.All(inJune, customer => Assert.NotEqual("high", ExpectedRisk.Band(expected[customer])));
        foreach (var customer in inJune.Order().Take(50).Concat(expected.Keys.Order().Take(50)))
        {
            var churn = (await api.ViewAsync($"customers/{customer}?asOf={LastDay}")).At("churn");
            Assert.Equal(expected[customer], churn.At("probability").GetDouble(), 1e-9);
            Assert.Equal(ExpectedRisk.Band(expected[customer]), churn.At("band").GetString());
        }

        // By hand: 00001 bought once, on 1997-01-01, and then nothing for 546 days but a millisecond.
        var once = 0.25 * (30 + 546 - (1 / 86_400_000.0)) / 30;
        Assert.Equal(once / (1 + once), (await api.ViewAsync($"customers/00001?asOf={LastDay}")).At("churn.probability").GetDouble(), 1e-9);
        output.WriteLine($"{inJune.Count} bought in June, none of them at high risk");
    }
}
