using System.Net;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Runtime.MembershipService;

// Orleans has renamed these methods within one version; the old names are there in all its builds.
#pragma warning disable CS0618

namespace CxGrains.Cluster.Tests.Storage;

[Collection(PostgresCollection.Name)]
public class MembershipTests(PostgresFixture postgres)
{
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [PostgresFact]
    public async Task Every_change_moves_the_version_and_one_on_an_older_version_changes_nothing()
    {
        await using var database = await postgres.DatabaseAsync();
        var table = await TableAsync(database, "one");
        var empty = await table.ReadAll();
        Assert.Empty(empty.Members);

        Assert.True(await table.InsertRow(Silo(1), empty.Version.Next()));
        Assert.False(await table.InsertRow(Silo(2), empty.Version.Next()));
        var version = (await table.ReadAll()).Version;
        Assert.Equal(empty.Version.Version + 1, version.Version);
        Assert.False(await table.InsertRow(Silo(1), version.Next()));
        Assert.False(await table.UpdateRow(Silo(2), "", version.Next()));
        Assert.Equal(version.Version, (await table.ReadAll()).Version.Version);

        var suspected = Silo(1);
        suspected.Status = SiloStatus.Dead;
        suspected.AddSuspector(Silo(2).SiloAddress, Start.AddMinutes(1));
        var tag = Assert.Single((await table.ReadRow(suspected.SiloAddress)).Members).Item2;
        Assert.True(await table.UpdateRow(suspected, tag, version.Next()));
        Assert.False(await table.UpdateRow(Silo(1), tag, version.Next()));

        var row = await table.ReadRow(Silo(1).SiloAddress);
        var (entry, _) = Assert.Single(row.Members);
        Assert.Equal((SiloStatus.Dead, "silo-1", 30_001, Start), (entry.Status, entry.SiloName, entry.ProxyPort, entry.StartTime));
        Assert.Equal(Start.AddMinutes(1), Assert.Single(entry.SuspectTimes!).Item2);
        Assert.Equal(version.Version + 1, row.Version.Version);
        Assert.Empty((await table.ReadRow(Silo(2).SiloAddress)).Members);
    }

    [PostgresFact]
    public async Task A_sign_of_life_leaves_the_version_and_only_defunct_silos_of_the_deployment_are_cleaned_up()
    {
        await using var database = await postgres.DatabaseAsync();
        var (table, other) = (await TableAsync(database, "one"), await TableAsync(database, "other"));
        foreach (var (to, number, status) in new[] { (table, 1, SiloStatus.Active), (table, 2, SiloStatus.Dead), (table, 3, SiloStatus.Dead), (other, 2, SiloStatus.Dead) })
        {
            var silo = Silo(number);
            silo.Status = status;
            Assert.True(await to.InsertRow(silo, (await to.ReadAll()).Version.Next()));
        }

        var alive = Silo(3);
        alive.IAmAliveTime = Start.AddHours(2);
        await table.UpdateIAmAlive(alive);
        await table.CleanupDefunctSiloEntries(Start.AddHours(1));

        var left = await table.ReadAll();
        Assert.Equal(["silo-1", "silo-3"], left.Members.Select(member => member.Item1.SiloName).Order());
        Assert.Equal(3, left.Version.Version);
        Assert.Single((await other.ReadAll()).Members);

        await table.DeleteMembershipTableEntries("one");
        Assert.Equal(1, await database.NumberAsync("SELECT count(*) FROM orleansmembershiptable"));
    }

    private static async Task<IMembershipTable> TableAsync(NpgsqlDataSource database, string deployment)
    {
        var table = new AdoNetClusteringTable(
            new ServiceCollection().BuildServiceProvider(),
            Options.Create(new ClusterOptions { ClusterId = deployment }),
            Options.Create(new AdoNetClusteringSiloOptions { Invariant = "Npgsql", DataSource = database }),
            NullLogger<AdoNetClusteringTable>.Instance);
        await table.InitializeMembershipTable(tryInitTableVersion: true);
        return table;
    }

    private static MembershipEntry Silo(int number) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 10_000 + number, 1),
        SiloName = $"silo-{number}",
        HostName = "localhost",
        Status = SiloStatus.Active,
        ProxyPort = 30_000 + number,
        StartTime = Start,
        IAmAliveTime = Start,
    };
}
