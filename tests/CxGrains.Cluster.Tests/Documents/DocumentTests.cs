using CxGrains.Cluster.Documents;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Tests;
using CxGrains.Tests.Postgres;

namespace CxGrains.Cluster.Tests.Documents;

[Collection(PostgresCollection.Name)]
public class DocumentTests(PostgresFixture postgres)
{
    [PostgresFact]
    public async Task Documents_follow_their_laws()
    {
        await using var database = await postgres.DatabaseAsync();

        await DocumentLaws.DocumentsAsync(new DocumentStore(database));
    }

    [PostgresFact]
    public async Task The_quarantine_follows_its_laws()
    {
        await using var database = await postgres.DatabaseAsync();

        await DocumentLaws.QuarantineAsync(new PayloadQuarantine(database));
    }
}
