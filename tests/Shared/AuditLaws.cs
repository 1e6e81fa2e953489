using CxGrains.Abstractions.Audit;

namespace CxGrains.Tests;

/// <summary>What every runtime's audit log must do.</summary>
internal static class AuditLaws
{
    private const string Workspace = "acme";

    /// <summary>Entries are found by customer, action and key, the newest first, page by page, and only in their workspace.</summary>
    public static async Task PagesAsync(IAuditLog log)
    {
        await log.AppendAsync(Workspace, Act(1, "customer.read", "ada"), default);
        await log.AppendAsync(Workspace, Act(2, "customers.list", null) with { Detail = "50", By = "other" }, default);
        await log.AppendAsync(Workspace, Act(3, "customer.read", "bob"), default);
        await log.AppendAsync(Workspace, Act(4, "customer.export", "ada"), default);
        await log.AppendAsync("other", Act(5, "customer.read", "ada"), default);

        Assert.Equal([4, 3, 2, 1], await TimesAsync(log, new AuditQuery()));
        Assert.Equal([4, 1], await TimesAsync(log, new AuditQuery { Customer = "ada" }));
        Assert.Equal([3, 1], await TimesAsync(log, new AuditQuery { Action = "customer.read" }));
        Assert.Equal([2], await TimesAsync(log, new AuditQuery { By = "other" }));
        Assert.Equal([1], await TimesAsync(log, new AuditQuery { Customer = "ada", Action = "customer.read", By = "key" }));
        Assert.Empty(await TimesAsync(log, new AuditQuery { Customer = "nobody" }));
        var first = await log.ListAsync(Workspace, new AuditQuery { Limit = 3 }, default);
        Assert.Equal([4, 3, 2], first.Select(entry => entry.AtMs));
        Assert.Equal([1], await TimesAsync(log, new AuditQuery { Limit = 3, Before = first[^1].Sequence }));
        var list = first[^1];
        Assert.Equal(("other", "Ann", "customers.list", "", "::1", "50"), (list.By, list.ByName, list.Action, list.Subject, list.Address, list.Detail));
    }

    /// <summary>A customer's id stands nowhere; the same one has the same subject, and in another workspace another.</summary>
    public static async Task SubjectsAsync(IAuditLog log)
    {
        const string Id = "ada.lovelace@example.com";
        await log.AppendAsync(Workspace, Act(1, "customer.read", Id), default);
        await log.AppendAsync(Workspace, Act(2, "customer.read", Id), default);
        await log.AppendAsync("other", Act(3, "customer.read", Id), default);

        var entries = await log.ListAsync(Workspace, new AuditQuery { Customer = Id }, default);
        Assert.Equal(2, entries.Count);
        Assert.Equal(entries[0].Subject, entries[1].Subject);
        Assert.Equal(64, entries[0].Subject.Length);
        Assert.DoesNotContain(entries, entry => entry.ToString().Contains("lovelace", StringComparison.Ordinal));
        Assert.NotEqual(entries[0].Subject, (await log.ListAsync("other", new AuditQuery(), default))[0].Subject);
    }

    /// <summary>Many that write at once are all there.</summary>
    public static async Task ManyAtOnceAsync(IAuditLog log)
    {
        const int Writers = 1_000;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => log.AppendAsync("many", Act(writer, "customer.read", $"{writer}"), default).AsTask()));

        var seen = new List<long>();
        for (var before = long.MaxValue; ;)
        {
            var page = await log.ListAsync("many", new AuditQuery { Before = before, Limit = IAuditLog.PageMax }, default);
            if (page.Count == 0)
            {
                break;
            }

            seen.AddRange(page.Select(entry => entry.AtMs));
            before = page[^1].Sequence;
        }

        Assert.Equal(Enumerable.Range(0, Writers).Select(writer => (long)writer), seen.Order());
    }

    /// <summary>What is old goes, and nothing else.</summary>
    public static async Task RemovalAsync(IAuditLog log)
    {
        await log.AppendAsync(Workspace, Act(1, "customer.read", "ada"), default);
        await log.AppendAsync("other", Act(2, "customer.read", "ada"), default);
        await log.AppendAsync(Workspace, Act(3, "customer.read", "ada"), default);

        Assert.Equal(2, await log.RemoveBeforeAsync(3, default));
        Assert.Equal(0, await log.RemoveBeforeAsync(3, default));
        Assert.Equal([3], await TimesAsync(log, new AuditQuery()));
    }

    private static AuditAct Act(long atMs, string action, string? customer) =>
        new() { AtMs = atMs, By = "key", ByName = "Ann", Action = action, Customer = customer, Address = "::1" };

    private static async Task<IEnumerable<long>> TimesAsync(IAuditLog log, AuditQuery query) =>
        (await log.ListAsync(Workspace, query, default)).Select(entry => entry.AtMs);
}
