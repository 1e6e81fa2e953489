using System.Text;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Domain;

namespace CxGrains.Tests;

/// <summary>What every runtime's documents and quarantine of payloads must do.</summary>
internal static class DocumentLaws
{
    /// <summary>Documents are found by id and by key, versions are held to, and bounds are.</summary>
    public static async Task DocumentsAsync(IDocuments documents)
    {
        var asked = new StoredDocument("acme", "connection", "a", "token-a", """{"n":1}""", 0);
        var first = await documents.PutAsync(asked, 0, default);
        Assert.Equal(asked with { Version = 1 }, first);
        await Assert.ThrowsAsync<VersionConflictException>(async () => await documents.PutAsync(asked, 0, default));
        await Assert.ThrowsAsync<VersionConflictException>(async () => await documents.PutAsync(asked, 7, default));
        var second = await documents.PutAsync(asked with { Json = """{"n":2}""", Key = "token-b" }, 1, default);
        Assert.Equal(2, second.Version);
        Assert.Equal(second, await documents.FindAsync("acme", "connection", "a", default));
        Assert.Equal(second, await documents.FindByKeyAsync("connection", "token-b", default));
        Assert.Null(await documents.FindByKeyAsync("connection", "token-a", default));
        Assert.Null(await documents.FindByKeyAsync("source", "token-b", default));
        await Assert.ThrowsAsync<ConflictException>(async () => await documents.PutAsync(asked with { Workspace = "other", Key = "token-b" }, null, default));

        await documents.PutAsync(new StoredDocument("acme", "connection", "B", null, "{}", 0), null, default);
        await documents.PutAsync(new StoredDocument("acme", "source", "s", null, "{}", 0), null, default);
        await documents.PutAsync(new StoredDocument("other", "connection", "a", null, "{}", 0), null, default);
        Assert.Equal(["B", "a"], (await documents.OfAsync("acme", "connection", default)).Select(document => document.Id));

        var tooLong = new string('x', IDocuments.DocumentCharsMax + 1);
        await Assert.ThrowsAsync<InvalidFieldException>(async () => await documents.PutAsync(asked with { Json = tooLong }, null, default));
        for (var i = 0; i < IDocuments.DocumentsMax; i++)
        {
            await documents.PutAsync(new StoredDocument("full", "connection", $"{i}", null, "{}", 0), null, default);
        }

        await Assert.ThrowsAsync<InvalidFieldException>(async () => await documents.PutAsync(new StoredDocument("full", "connection", "more", null, "{}", 0), null, default));

        Assert.True(await documents.RemoveAsync("acme", "connection", "a", default));
        Assert.False(await documents.RemoveAsync("acme", "connection", "a", default));
        Assert.Null(await documents.FindByKeyAsync("connection", "token-b", default));
    }

    /// <summary>Payloads are kept as they came, listed newest first, and let go oldest first and counted.</summary>
    public static async Task QuarantineAsync(IPayloadQuarantine quarantine)
    {
        var large = Payload("segment", new string('x', IPayloadQuarantine.PreviewBytesMax + 10));
        await quarantine.AddAsync("acme", [Payload("connection/a", "one\0"), large], default);
        await quarantine.AddAsync("other", [Payload("segment", "theirs")], default);
        var list = await quarantine.ListAsync("acme", null, 10, null, default);
        Assert.Equal((2, 4 + large.Length, 0L), (list.Count, list.Bytes, list.Dropped));
        Assert.Equal(["segment", "connection/a"], list.Payloads.Select(payload => payload.Source));
        Assert.Equal((IPayloadQuarantine.PreviewBytesMax, large.Length), (list.Payloads[0].Body.Length, list.Payloads[0].Length));
        var one = (await quarantine.FindAsync("acme", list.Payloads[1].Id, default))!;
        Assert.Equal(("one\0", "why", 77L), (Encoding.UTF8.GetString(one.Body.Span), one.Reason, one.ReceivedMs));
        Assert.Null(await quarantine.FindAsync("other", one.Id, default));
        Assert.Equal(one.Id, Assert.Single((await quarantine.ListAsync("acme", "connection/a", 10, null, default)).Payloads).Id);
        Assert.Equal(one.Id, Assert.Single((await quarantine.ListAsync("acme", null, 10, list.Payloads[0].Id, default)).Payloads).Id);
        Assert.False(await quarantine.RemoveAsync("other", one.Id, default));
        Assert.True(await quarantine.RemoveAsync("acme", one.Id, default));
        Assert.Equal(1, (await quarantine.ListAsync("acme", null, 10, null, default)).Count);

        await quarantine.AddAsync("many", [.. Enumerable.Range(0, IPayloadQuarantine.EntriesMax + 3).Select(i => Payload("segment", $"{i}"))], default);
        var many = await quarantine.ListAsync("many", null, 1, null, default);
        Assert.Equal((IPayloadQuarantine.EntriesMax, 3L), (many.Count, many.Dropped));

        var quarter = new string('x', (int)IPayloadQuarantine.BytesMax / 4);
        await quarantine.AddAsync("big", [.. Enumerable.Range(0, 6).Select(_ => Payload("segment", quarter))], default);
        var big = await quarantine.ListAsync("big", null, 1, null, default);
        Assert.Equal((4, IPayloadQuarantine.BytesMax, 2L), (big.Count, big.Bytes, big.Dropped));
    }

    private static QuarantinedPayload Payload(string source, string body) => new(0, source, 77, "why", Encoding.UTF8.GetBytes(body), Encoding.UTF8.GetByteCount(body));
}
