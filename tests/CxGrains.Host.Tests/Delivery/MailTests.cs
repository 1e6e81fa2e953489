using System.Text.Json;
using CxGrains.Host.Tests.Processes;
using CxGrains.Host.Tests.Segment;

namespace CxGrains.Host.Tests.Delivery;

/// <summary>Alerts by e-mail, through a real mail server.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class MailTests
{
    [NodeFact]
    public async Task An_alert_arrives_by_mail_once_though_the_server_puts_it_off()
    {
        using var server = new MailServer();
        await server.StartAsync();
        await using var host = await HostProcess.StartNewAsync(settings: SettingsFor(server, MailServer.Password));
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.DefineAsync("destinations/mail", new { kind = "email", addresses = new[] { "ops@example.com", "lead@example.com" } });

        await SendTestAsync(api);

        await Until.TrueAsync(() => Task.FromResult(server.Mails.Count > 0), () => $"the mail arrives; {host.Output}");
        var mail = Assert.Single(server.Mails);
        Assert.Equal("cx@example.com", mail.At("from").GetString());
        Assert.Equal(["ops@example.com", "lead@example.com"], mail.At("to").EnumerateArray().Select(address => address.GetString()!));
        Assert.NotEqual("", mail.At("subject").GetString());
        Assert.Contains("This is a test.", mail.At("text").GetString(), StringComparison.Ordinal);
        await Until.TrueAsync(async () => await StateAsync(api) == "delivered", () => "it is known to be delivered");
        var attempts = (await DeliveryAsync(api)).At("attempts").EnumerateArray().ToList();
        Assert.Equal(2, attempts.Count);
        Assert.Equal(451, attempts[1].GetProperty("status").GetInt32());
    }

    [NodeFact]
    public async Task A_wrong_password_is_told()
    {
        using var server = new MailServer();
        await server.StartAsync();
        await using var host = await HostProcess.StartNewAsync(settings: SettingsFor(server, "not-the-password"));
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.DefineAsync("destinations/mail", new { kind = "email", addresses = new[] { "ops@example.com" } });

        await SendTestAsync(api);

        await Until.TrueAsync(async () => (await DeliveryAsync(api)).At("attempts").GetArrayLength() > 0, () => "it was tried");
        var attempt = (await DeliveryAsync(api)).At("attempts").EnumerateArray().Last();
        Assert.Contains("not authenticated", attempt.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [NodeFact]
    public async Task A_report_arrives_by_mail_once_with_its_figures_and_a_link_that_opens()
    {
        using var server = new MailServer();
        await server.StartAsync();
        var settings = SettingsFor(server, MailServer.Password);
        await using var host = new HostProcess(settings: settings);
        settings["Web__PublicUrl"] = host.Url;
        await host.StartAsync();
        using var api = new Api(host.Url, HostProcess.AdminKey);
        await api.ApplyAsync(new { customer = "ada", type = "visit" });
        await api.DefineAsync("destinations/mail", new { kind = "email", addresses = new[] { "board@example.com" }, reportsOnly = true });
        await api.DefineAsync("reports/board", new { name = "ผู้ถือหุ้น", page = new { kind = "overview" }, schedule = new { every = "weekly" }, language = "th", recipients = new[] { "mail" } });

        Assert.Equal(201, (await api.PostAsync("reports/board/issue?send=true", new { })).Status);

        await Until.TrueAsync(async () => await StateAsync(api) == "delivered", () => $"it is known to be delivered; {host.Output}");
        var mail = Assert.Single(server.Mails);
        Assert.StartsWith("ผู้ถือหุ้น: ", mail.At("subject").GetString(), StringComparison.Ordinal);
        Assert.Equal(["board@example.com"], mail.At("to").EnumerateArray().Select(address => address.GetString()!));
        var text = mail.At("text").GetString()!;
        Assert.Contains("เสี่ยงสูง: 0 (0.0%)", text, StringComparison.Ordinal);
        var link = text[text.IndexOf(host.Url, StringComparison.Ordinal)..].Trim();
        Assert.Contains($"href=\"{link}\"", mail.At("html").GetString(), StringComparison.Ordinal);
        using var reader = new HttpClient();
        using var opened = await reader.GetAsync(new Uri(link));
        Assert.Equal(System.Net.HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("ผู้ถือหุ้น", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> SettingsFor(MailServer server, string password) => new()
    {
        ["Delivery__SmtpHost"] = "127.0.0.1",
        ["Delivery__SmtpPort"] = $"{server.Port}",
        ["Delivery__SmtpTls"] = "false",
        ["Delivery__SmtpUser"] = MailServer.User,
        ["Delivery__SmtpPassword"] = password,
        ["Delivery__SmtpFrom"] = "cx@example.com",
    };

    private static async Task SendTestAsync(Api api) => Assert.Equal(202, (await api.PostAsync("destinations/mail/test", new { })).Status);

    private static async Task<JsonElement> DeliveryAsync(Api api) => (await api.ViewAsync("destinations/mail/deliveries")).At("deliveries")[0];

    private static async Task<string?> StateAsync(Api api) => (await DeliveryAsync(api)).At("state").GetString();
}
