using System.Globalization;
using CxGrains.Host.Tests.Processes;
using Xunit.Abstractions;

namespace CxGrains.Host.Tests.Repeats;

/// <summary>Neither the order nor the number of times in which interactions come in makes a difference.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class ShuffledRepeatsTests(ITestOutputHelper output)
{
    private const int Seed = 77;
    private const int Times = 3;
    private const int BatchLines = 150;

    // What is named to depend on order: the history of band changes, with the alerts made of it; and what came in last.
    private static readonly string[] DependOnOrder = ["bandChanges", "since", "alreadySo", "alerts", "feed"];

    [Fact]
    public async Task Shuffled_and_sent_three_times_gives_the_views_of_sorted_and_sent_once()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var admin = new Api(host.Url, HostProcess.AdminKey);
        using var once = await WorkspaceAsync(host, admin, "once");
        using var thrice = await WorkspaceAsync(host, admin, "thrice");
        var now = TimeProvider.System.GetUtcNow();
        var sorted = MixedEvents.Sorted(Seed, now.AddDays(-1).ToUnixTimeMilliseconds());
        var shuffled = Enumerable.Repeat(sorted, Times).SelectMany(lines => lines).ToArray();
        new Random(Seed).Shuffle(shuffled);

        await SendAsync(once, sorted);
        await SendAsync(thrice, shuffled);

        var compared = 0;
        var asOf = Uri.EscapeDataString(now.ToString("O", CultureInfo.InvariantCulture));
        foreach (var path in await PathsAsync(once, asOf))
        {
            var differences = JsonDifference.Between(await once.ViewAsync(path), await thrice.ViewAsync(path), [.. DependOnOrder, .. path.StartsWith("workspace", StringComparison.Ordinal) ? ["id", "name"] : Array.Empty<string>()]).ToList();
            Assert.True(differences.Count == 0, $"{path}: {string.Join("; ", differences.Take(10))}");
            compared++;
        }

        var view = await once.ViewAsync("workspace");
        Assert.Equal(sorted.Count, view.Count("interactions"));
        output.WriteLine($"seed {Seed}: {sorted.Count:N0} interactions of {view.Count("customers")} customers, {shuffled.Length:N0} sent again shuffled; {compared} views are equal");
    }

    private static async Task<Api> WorkspaceAsync(HostProcess host, Api admin, string id)
    {
        var created = await admin.PostAsync("workspaces", new { id, name = id });
        Assert.Equal(201, created.Status);
        var api = new Api(host.Url, await admin.CreateKeyAsync(id, "admin"));
        foreach (var (survey, body) in MixedEvents.Surveys)
        {
            await api.DefineAsync($"surveys/{survey}", body);
        }

        foreach (var (segment, body) in MixedEvents.Segments)
        {
            await api.DefineAsync($"segments/{segment}", body);
        }

        return api;
    }

    private static async Task SendAsync(Api api, IEnumerable<string> lines)
    {
        foreach (var batch in lines.Chunk(BatchLines))
        {
            var answer = await api.SendAsync(string.Join('\n', batch), "?wait=applied");
            Assert.True(answer.Status == 202 && answer.Json.Count("accepted") == batch.Length, answer.ToString());
        }
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(Api api, string asOf)
    {
        var customers = await api.ViewAsync("customers?sort=name&limit=500");
        string[] sorts = ["risk", "lastSeen", "engagement", "value", "name"];
        return
        [
            $"workspace?asOf={asOf}",
            .. sorts.Select(sort => $"customers?sort={sort}&limit=500&asOf={asOf}"),
            .. customers.At("customers").EnumerateArray().Select(row => $"customers/{row.At("id").GetString()}?asOf={asOf}"),
            .. MixedEvents.Surveys.Keys.SelectMany(survey => new[] { $"surveys/{survey}?asOf={asOf}&window=7d", $"surveys/{survey}?asOf={asOf}&window=400d" }),
            .. MixedEvents.Segments.Keys.Select(segment => $"segments/{segment}?asOf={asOf}"),
        ];
    }
}
