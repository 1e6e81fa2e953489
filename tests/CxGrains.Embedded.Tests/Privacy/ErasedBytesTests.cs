using System.Text;
using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Embedded.Tests.Privacy;

/// <summary>After an erase no file of the data directory holds a byte of it, wherever what was known of the customer lay before.</summary>
public sealed class ErasedBytesTests
{
    private const int Customers = 1_500;
    private const int Rounds = 6;

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    public async Task No_file_holds_id_email_or_comment(int retentionHours)
    {
        await using var runtime = new EmbeddedRuntimeUnderTest(
            new RuntimeSize(), new ManualTimeProvider(Lines.Noon), services => services.Configure<EmbeddedOptions>(options => options.LogRetentionHours = retentionHours));
        await runtime.StartAsync();
        await LiveAsync(runtime);
        var markers = Enumerable.Range(0, Customers).Where(IsErased).SelectMany(MarkersOf).ToList();
        await runtime.SaveAsync();
        await runtime.StopAsync();
        Assert.NotEmpty(FoundIn(runtime.DataDirectory, markers));

        await runtime.StartAsync();
        await new Client(runtime).SendAsync(Enumerable.Range(0, Customers).Where(IsErased).Select(i => Lines.Of($"e{i}", IdOf(i), "erase", Lines.Noon)));
        await runtime.SaveAsync();
        await runtime.StopAsync();

        Assert.Empty(FoundIn(runtime.DataDirectory, markers));
        var others = Enumerable.Range(0, Customers).Where(i => !IsErased(i) && i % 50 == 1).Select(IdOf).ToList();
        Assert.Equal(others.Count, FoundIn(runtime.DataDirectory, others).Count);
    }

    [Fact]
    public async Task A_crash_in_the_middle_changes_nothing_of_it()
    {
        await using var runtime = new EmbeddedRuntimeUnderTest(new RuntimeSize(), new ManualTimeProvider(Lines.Noon));
        await runtime.StartAsync();
        await LiveAsync(runtime);
        await new Client(runtime).AppendAsync([.. Enumerable.Range(0, Customers).Where(IsErased).Select(i => Lines.Of($"e{i}", IdOf(i), "erase", Lines.Noon))]);
        await runtime.CrashAsync();

        // What is sent again is accepted, and is to be found nowhere all the same.
        await runtime.StartAsync();
        await new Client(runtime).SendAsync(LinesOf(0, round: 0));
        await runtime.SaveAsync();
        await runtime.StopAsync();

        Assert.Empty(FoundIn(runtime.DataDirectory, [.. Enumerable.Range(0, Customers).Where(IsErased).SelectMany(MarkersOf)]));
    }

    // Rounds of growth with checkpoints between them, so that pages of the files split, move and are freed.
    private static async Task LiveAsync(EmbeddedRuntimeUnderTest runtime)
    {
        var hook = new Destination { Id = "hook", Name = "hook", Kind = DestinationKind.Webhook, Url = "https://example.com/hook" };
        await runtime.Destinations.DefineAsync(Client.Workspace, hook, null, CancellationToken.None);
        var rule = AlertRuleReader.Read(JsonElement.Parse("""{"condition":{"type":"complaint"}}"""), "loud");
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, rule, null, CancellationToken.None);
        for (var round = 0; round < Rounds; round++)
        {
            await new Client(runtime).SendAsync(Enumerable.Range(0, Customers).SelectMany(i => LinesOf(i, round)));
            await runtime.SaveAsync();
        }

        var quarantine = runtime.Service<IPayloadQuarantine>();
        var body = Encoding.UTF8.GetBytes($$"""{"respondent":{"mail":"{{EmailOf(0).ToUpperInvariant()}}"},"note":"{{CommentOf(0)}}"}""");
        await quarantine.AddAsync(Client.Workspace, [new QuarantinedPayload(0, "form", 0, "cannot be read", body, body.Length)], CancellationToken.None);
    }

    private static IEnumerable<string> LinesOf(int i, int round)
    {
        var (id, at) = (IdOf(i), Lines.Noon.AddDays(-round));
        yield return Lines.Of($"a{i}-{round}", $"anon-{id}-{round}", "visit", at);
        yield return Lines.Of($"b{i}-{round}", id, "alias", at, $"\"previousId\":\"anon-{id}-{round}\"");
        yield return Lines.Of($"t{i}-{round}", id, "identify", at, $"\"traits\":{{\"email\":\"{EmailOf(i)}\",\"name\":\"Name-{id}\",\"round\":{round}}}");
        yield return Lines.Nps($"n{i}-{round}", id, at, (i + round) % 11, $"\"comment\":\"{CommentOf(i)} {new string('x', 10 * round)}\"");
        if (i % 100 == 0)
        {
            yield return Lines.Of($"c{i}-{round}", id, "complaint", at);
        }
    }

    private static bool IsErased(int i) => i % 30 == 0;

    private static string IdOf(int i) => $"customer-no-{i:D5}";

    private static string EmailOf(int i) => $"mail-of-{i:D5}@example.com";

    private static string CommentOf(int i) => $"comment-of-{i:D5}";

    private static IEnumerable<string> MarkersOf(int i) => [IdOf(i), EmailOf(i), EmailOf(i).ToUpperInvariant(), CommentOf(i)];

    private static List<string> FoundIn(string directory, List<string> markers)
    {
        var files = Directory.GetFiles(directory).Select(File.ReadAllBytes).ToList();
        return markers.FindAll(marker => files.Exists(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) >= 0));
    }
}
