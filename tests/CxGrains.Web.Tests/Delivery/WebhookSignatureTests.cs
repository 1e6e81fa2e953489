using System.Text;
using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Delivery;
using CxGrains.Web.Delivery.Senders;
using CxGrains.Web.Tests.Delivery.Support;
using CxGrains.Web.Webhooks;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Delivery;

public class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1_614_265_330;
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();

    [Fact]
    public void The_published_example_is_signed_as_published() => Assert.Equal(Signature, StandardWebhooks.Sign([Secret], Id, Timestamp, Body));

    [Fact]
    public void Each_active_secret_signs()
    {
        var other = SigningSecret.New().Text;

        Assert.Equal($"{StandardWebhooks.Sign([other], Id, Timestamp, Body)} {Signature}", StandardWebhooks.Sign([other, Secret], Id, Timestamp, Body));
    }

    [Fact]
    public void What_the_receivers_own_library_accepts_is_what_is_sent()
    {
        using var file = typeof(WebhookSignatureTests).Assembly.GetManifestResourceStream("signed-webhook.json")!;
        using var example = JsonDocument.Parse(file);
        var root = example.RootElement;
        string[] secrets = [.. root.GetProperty("secrets").EnumerateArray().Select(secret => secret.GetString()!)];
        var (id, timestamp) = (root.GetProperty("id").GetString()!, root.GetProperty("timestamp").GetInt64());
        var alert = new Alert($"churn-high:ada:{timestamp * 1000}", Alert.ChurnHigh, "ada", timestamp * 1000, "No sign of life for 250 days", 0.71);
        var destination = new Destination { Id = "hook", Name = "hook", Kind = DestinationKind.Webhook };

        var body = new MessageBodies(new NoticeWords(Options.Create(new DeliveryOptions()))).Of(new OutboxMessage(id, PostOffice.Workspace, destination, Notice.Of(alert), 0, 0));

        Assert.Equal(root.GetProperty("body").GetString(), Encoding.UTF8.GetString(body));
        Assert.Equal(root.GetProperty("signature").GetString(), StandardWebhooks.Sign(secrets, id, timestamp, body));
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_for_a_day_and_then_only_the_new_one()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var office = new PostOffice();
        await office.StartAsync();
        var first = await office.DefineAsync("hook", receiver.Url);
        var secrets = SigningSecret.Rotate(first.Secrets, office.NowMs);
        await office.Outbox.DefineAsync(PostOffice.Workspace, first with { Secrets = secrets }, null, CancellationToken.None);

        office.Raise("a-1");
        await office.UntilAsync(() => receiver.Requests.Count == 1);
        office.Clock.Advance(TimeSpan.FromHours(SigningSecret.OverlapHours));
        office.Raise("a-2");
        await office.UntilAsync(() => receiver.Requests.Count == 2);

        var requests = receiver.Requests.ToArray();
        Assert.Equal(Expected([secrets[0].Text, first.Secrets[0].Text], requests[0]), requests[0].Headers["webhook-signature"]);
        Assert.Equal(Expected([secrets[0].Text], requests[1]), requests[1].Headers["webhook-signature"]);
    }

    private static string Expected(string[] secrets, Received request) =>
        StandardWebhooks.Sign(secrets, request.Id, long.Parse(request.Headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture), request.Body);
}
