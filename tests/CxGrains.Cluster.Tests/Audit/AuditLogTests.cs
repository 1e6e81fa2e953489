using CxGrains.Abstractions.Audit;
using CxGrains.Cluster.Audit;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Audit;

[Collection(PostgresCollection.Name)]
public class AuditLogTests(PostgresFixture postgres)
{
    [PostgresFact]
    public Task Entries_are_found_page_by_page() => WithLogAsync(AuditLaws.PagesAsync);

    [PostgresFact]
    public Task No_customer_stands_in_it_in_clear() => WithLogAsync(AuditLaws.SubjectsAsync);

    [PostgresFact]
    public Task Many_may_write_at_once() => WithLogAsync(AuditLaws.ManyAtOnceAsync);

    [PostgresFact]
    public Task What_is_old_goes() => WithLogAsync(AuditLaws.RemovalAsync);

    [PostgresFact]
    public async Task Two_silos_hash_a_customer_alike()
    {
        await using var database = await postgres.DatabaseAsync();
        await using var one = new PostgresAuditLog(database);
        await using var other = new PostgresAuditLog(database);
        var act = new AuditAct { AtMs = 1, By = "key", ByName = "Ann", Action = "customer.read", Customer = "ada" };

        await Task.WhenAll(one.AppendAsync("acme", act, default).AsTask(), other.AppendAsync("acme", act, default).AsTask());

        Assert.Equal(2, (await one.ListAsync("acme", new AuditQuery { Customer = "ada" }, default)).Count);
    }

    private async Task WithLogAsync(Func<IAuditLog, Task> law)
    {
        await using var database = await postgres.DatabaseAsync();
        await using var log = new PostgresAuditLog(database);
        await law(log);
    }
}
