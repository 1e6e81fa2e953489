using System.Text;
using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Conformance.Runtimes;
using CxGrains.Domain.Alerts;

namespace CxGrains.Conformance.Traffic;

/// <summary>Customers whose every trace is a text of its own, to be looked for in what is stored once they were erased.</summary>
internal static class TracedCustomers
{
    public static string IdOf(int i) => $"customer-no-{i:D5}";

    public static IEnumerable<string> TracesOf(int i) => [IdOf(i), EmailOf(i), EmailOf(i).ToUpperInvariant(), CommentOf(i)];

    /// <summary>A visit under another id, which is merged, a trait and an answer; each round longer than the one before.</summary>
    public static IEnumerable<string> LinesOf(int i, int round)
    {
        var (id, at) = (IdOf(i), Lines.Noon.AddDays(-round));
        yield return Lines.Of($"a{i}-{round}", $"anon-{id}-{round}", "visit", at);
        yield return Lines.Of($"b{i}-{round}", id, "alias", at, $"\"previousId\":\"anon-{id}-{round}\"");
        yield return Lines.Of($"t{i}-{round}", id, "identify", at, $"\"traits\":{{\"email\":\"{EmailOf(i)}\",\"name\":\"Name-{id}\",\"round\":{round}}}");
        yield return Lines.Nps($"n{i}-{round}", id, at, (i + round) % 11, $"\"comment\":\"{CommentOf(i)} {new string('x', 10 * round)}\"");
    }

    /// <summary>What brings it into the alerts and the outbox, where <see cref="ListenAsync"/> was called.</summary>
    public static string ComplaintOf(int i, int round) => Lines.Of($"c{i}-{round}", IdOf(i), "complaint", Lines.Noon.AddDays(-round));

    public static string EraseOf(int i) => Lines.Of($"e{i}", IdOf(i), "erase", Lines.Noon);

    /// <summary>Has each complaint raise an alert, which waits for a destination.</summary>
    public static async Task ListenAsync(IRuntimeUnderTest runtime)
    {
        var hook = new Destination { Id = "hook", Name = "hook", Kind = DestinationKind.Webhook, Url = "https://example.com/hook" };
        await runtime.Destinations.DefineAsync(Client.Workspace, hook, null, CancellationToken.None);
        var rule = AlertRuleReader.Read(JsonElement.Parse("""{"condition":{"type":"complaint"}}"""), "loud");
        await runtime.Definitions.DefineAlertRuleAsync(Client.Workspace, rule, null, CancellationToken.None);
    }

    /// <summary>A payload of a tool that could not be read, which names a customer.</summary>
    public static QuarantinedPayload PayloadOf(int i)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"respondent":{"mail":"{{EmailOf(i).ToUpperInvariant()}}"},"note":"{{CommentOf(i)}}"}""");
        return new QuarantinedPayload(0, "form", 0, "cannot be read", body, body.Length);
    }

    private static string EmailOf(int i) => $"mail-of-{i:D5}@example.com";

    private static string CommentOf(int i) => $"comment-of-{i:D5}";
}
