using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.Browser;

/// <summary>A Host with a little of everything, started by the first test that asks for it.</summary>
public sealed class PageHost : IAsyncLifetime
{
    private HostProcess? _host;

    /// <summary>Where it listens.</summary>
    internal async Task<string> UrlAsync()
    {
        if (_host is null)
        {
            _host = await HostProcess.StartNewAsync();
            using var api = new Api(_host.Url, HostProcess.AdminKey);
            await api.DefineAsync("segments/pro", new { id = "pro", name = "Pro plan", rule = new { field = "trait.plan", op = "eq", value = "pro" } });
            await api.ApplyAsync(
                new { customer = "ada", type = "identify", traits = new { name = "Ada Lovelace", email = "ada@example.com", plan = "pro", renewalDate = "2031-06-30" } },
                new { customer = "ada", type = "group", account = "Engines Ltd" },
                new { customer = "ada", type = "purchase", value = 49.9, currency = "EUR", channel = "web", touchpoint = "checkout" },
                new { customer = "bob", type = "visit", channel = "mobile" },
                Visitor.Answer("ada", 10),
                Visitor.Answer("bob", 4));
            await api.LapsedAsync("lapsed");
            await api.DefineAsync("settings", new { goals = new[] { new { id = "nps", name = "NPS in 2031", metric = "nps", start = 0, target = 40, from = "2026-01-01", by = "2031-12-31" } } });
            await api.DefineAsync("reports/board", new { name = "Board", page = new { kind = "overview" }, schedule = new { every = "weekly" }, includeCustomers = true });
            await api.DefineAsync("reports/pro", new { name = "Pro", page = new { kind = "segment", id = "pro" }, schedule = new { every = "monthly" }, language = "ar" });
            await api.DefineAsync("alert-rules/survey-fell", new { id = "survey-fell", name = "Fell", condition = new { type = "surveyMoved", survey = "relationship" } });
            await api.DefineAsync("alert-rules/segment-moved", new { id = "segment-moved", name = "Moved", condition = new { type = "segmentMoved", segment = "pro", metric = "csat", direction = "either", windowDays = 7 } });
            await api.DefineAsync("alert-rules/goal-behind", new { id = "goal-behind", name = "Behind", condition = new { type = "goalOffTrack", goal = "nps" } });
            await api.DefineAsync("destinations/on-call", new { name = "On call", kind = "webhook", url = "https://example.com/hooks/cx", enabled = false });
            await api.PostAsync("wall-links", new { name = "Ground floor" });
        }

        return _host.Url;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    internal Task KillAsync() => _host?.KillAsync() ?? throw new InvalidOperationException("It was not started.");

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
