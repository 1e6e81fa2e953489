using System.Text;
using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.Privacy;

/// <summary>The files of a running Host lose an erased customer within moments, and one that was killed in the middle loses it too.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class ErasedFilesTests
{
    private const int Others = 300;

    private static readonly string[] Markers = ["ada-of-the-files", "ada.of@files.example", "Too slow for Ada", "visitor-of-ada"];

    [Fact]
    public async Task Nothing_is_left_while_it_runs_nor_after_it_was_killed()
    {
        await using var host = await HostProcess.StartNewAsync(settings: new Dictionary<string, string>
        {
            ["Embedded__CheckpointSeconds"] = "1",
            ["Embedded__LogRetentionHours"] = "24",
        });
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.ApplyAsync([.. Enumerable.Range(0, Others).Select(i => new { id = $"v{i}", customer = $"other-{i}", type = "visit" })]);
        await SendLifeAsync(api);
        await Until.TrueAsync(() => Markers.All(marker => IsInFiles(host, marker)), "the files hold what was sent");

        await EraseAsync(api);
        await Until.TrueAsync(() => !Markers.Any(marker => IsInFiles(host, marker)), "the files of the running Host lose it");

        // What is sent again, and a kill before anything could be removed: the next start removes it.
        await SendLifeAsync(api);
        await EraseAsync(api);
        await host.KillAsync();
        await host.StartAsync();
        await Until.TrueAsync(() => !Markers.Any(marker => IsInFiles(host, marker)), "the files of the Host that was killed lose it");

        Assert.Equal(404, (await api.AskAsync($"customers/{Markers[0]}")).Status);
        Assert.Equal(200, (await api.AskAsync("customers/other-7")).Status);
        Assert.Equal(Others, (await api.ViewAsync("workspace")).Count("customers"));
        Assert.True(IsInFiles(host, "other-7"));
    }

    private static Task SendLifeAsync(Api api) => api.ApplyAsync(
        new { id = "a0", customer = Markers[3], type = "visit" },
        new { id = "a1", customer = Markers[0], type = "alias", previousId = Markers[3] },
        new { id = "a2", customer = Markers[0], type = "identify", traits = new { email = Markers[1], name = Markers[0] } },
        new { id = "a3", customer = Markers[0], type = "survey_response", survey = "nps", metric = "nps", score = 2, comment = Markers[2] });

    private static async Task EraseAsync(Api api)
    {
        var answer = await api.DeleteAsync($"customers/{Markers[0]}?wait=applied");
        Assert.True(answer.Status == 202 && answer.Json.At("applied").GetBoolean(), answer.ToString());
    }

    private static bool IsInFiles(HostProcess host, string marker) =>
        Directory.GetFiles(host.DataDirectory, "*.db*").Select(Read).Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) >= 0);

    private static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (FileNotFoundException)
        {
            // A journal that has just been let go.
            return [];
        }
    }
}
