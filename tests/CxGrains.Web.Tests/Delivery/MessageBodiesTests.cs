using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Delivery;
using CxGrains.Web.Delivery.Senders;
using CxGrains.Web.Tests.Delivery.Support;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Delivery;

/// <summary>What a message says to each kind of destination.</summary>
public class MessageBodiesTests
{
    [Fact]
    public async Task An_alert_about_a_survey_says_so_and_leads_there()
    {
        await using var hook = await Receiver.StartAsync();
        await using var slack = await Receiver.StartAsync();
        await using var office = new PostOffice(new DeliveryOptions { AllowedNetworks = ["127.0.0.0/8"], PublicUrl = "https://cx.example.com/" });
        await office.StartAsync();
        await office.DefineAsync("hook", hook.Url);
        await office.DefineAsync("slack", slack.Url, DestinationKind.Slack);

        office.Raise(Of("fell:survey:after sale:2025-06-15") with
        {
            Customer = "",
            Name = "After the sale",
            Subject = new AlertSubject(AlertSubjectKind.Survey, "after sale"),
            Seen = new AlertSeen(10, 40.5, 12.25, 60, 70),
        });
        await office.UntilAsync(() => hook.Requests.Count == 1 && slack.Requests.Count == 1);

        var data = hook.Requests.Single().Json.GetProperty("data");
        Assert.Equal("""{"type":"survey","id":"after sale"}""", data.GetProperty("subject").GetRawText());
        Assert.Equal("""{"score":10,"against":40.5,"difference":-30.5,"marginOfError":12.25,"responses":60,"responsesBefore":70}""", data.GetProperty("seen").GetRawText());
        Assert.False(data.TryGetProperty("customer", out _));
        var toSlack = slack.Requests.Single().Json;
        Assert.Equal("After the sale (after sale): NPS falls", toSlack.GetProperty("text").GetString());
        Assert.EndsWith(
            "<https://cx.example.com/surveys/after%20sale|Open the survey>", toSlack.GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(AlertSubjectKind.Segment, "vip", "https://cx.example.com/segments/vip")]
    [InlineData(AlertSubjectKind.Workspace, null, "https://cx.example.com/insights")]
    [InlineData(AlertSubjectKind.Goal, "g", "https://cx.example.com/insights")]
    public void Each_subject_has_its_page(AlertSubjectKind kind, string? id, string link)
    {
        var words = new NoticeWords(Options.Create(new DeliveryOptions { PublicUrl = "https://cx.example.com" }));
        var notice = Notice.Of(Of("a") with { Customer = "", Subject = new AlertSubject(kind, id) });

        Assert.Equal(link, words.LinkOf(notice));
        Assert.Equal($"{id ?? "All customers"}: NPS falls", NoticeWords.TitleOf(notice));
        Assert.Equal(notice, Notice.FromStored(notice.ToStored()));
    }

    [Fact]
    public async Task Slack_and_Teams_get_their_own_form()
    {
        await using var slack = await Receiver.StartAsync();
        await using var teams = await Receiver.StartAsync();
        await using var office = new PostOffice(new DeliveryOptions { AllowedNetworks = ["127.0.0.0/8"], PublicUrl = "https://cx.example.com/" });
        await office.StartAsync();
        await office.DefineAsync("slack", slack.Url, DestinationKind.Slack);
        await office.DefineAsync("teams", teams.Url, DestinationKind.Teams);

        office.Raise("a-1", customer: "<!channel> & co");
        await office.UntilAsync(() => slack.Requests.Count == 1 && teams.Requests.Count == 1);

        var toSlack = slack.Requests.Single();
        Assert.DoesNotContain("webhook-signature", toSlack.Headers.Keys);
        Assert.Equal("&lt;!channel&gt; &amp; co turned high risk", toSlack.Json.GetProperty("text").GetString());
        Assert.Contains("https://cx.example.com/customers/%3C%21channel%3E%20%26%20co", toSlack.Json.GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString());
        var card = teams.Requests.Single().Json.GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.card.adaptive", card.GetProperty("contentType").GetString());
        Assert.Equal("<!channel> & co turned high risk", card.GetProperty("content").GetProperty("body")[0].GetProperty("inlines")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_customer_s_words_are_no_Markdown_to_Teams()
    {
        await using var teams = await Receiver.StartAsync();
        await using var office = new PostOffice();
        await office.StartAsync();
        await office.DefineAsync("teams", teams.Url, DestinationKind.Teams);

        office.Raise("a-1", customer: "[Sign in](https://evil.example.com)");
        await office.UntilAsync(() => teams.Requests.Count == 1);

        var blocks = teams.Requests.Single().Json.GetProperty("attachments")[0].GetProperty("content").GetProperty("body").EnumerateArray().ToList();
        var runs = blocks.SelectMany(block => block.GetProperty("inlines").EnumerateArray()).ToList();
        Assert.All(runs, run => Assert.Equal("TextRun", run.GetProperty("type").GetString()));
        Assert.Contains(runs, run => run.GetProperty("text").GetString()!.StartsWith("[Sign in](https://evil.example.com) ", StringComparison.Ordinal));
    }

    private static Alert Of(string id) => new(id, "fell", "ada", 1_749_988_800_000, "NPS fell", null) { RuleName = "NPS falls" };
}
