using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Domain.Reports;

namespace CxGrains.Abstractions.Reports;

/// <summary>One drawing of a report, which stays as it is. A document holds all of it, so that it is there whole or not at all.</summary>
public sealed record ReportIssue
{
    /// <summary>What the kind of the documents begins with; the report's code follows.</summary>
    public const string KindPrefix = "reportIssue/";

    private StoredIssue _stored = null!;

    /// <summary>The workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>The report's code.</summary>
    public required string Code { get; init; }

    /// <summary>The period's key, which makes it the only issue of its period; for one made by hand an id of its own.</summary>
    public required string Id { get; init; }

    /// <summary>The hash that its link is found by; null where the link is gone.</summary>
    public required string? TokenHash { get; init; }

    /// <summary>Counts its changes, from 1; 0 where it is not stored yet.</summary>
    public int Version { get; init; }

    /// <summary>Whether a turn of the schedule made it.</summary>
    public bool IsScheduled => _stored.IsScheduled;

    /// <summary>When it was made, Unix milliseconds UTC.</summary>
    public long IssuedMs => _stored.IssuedMs;

    /// <summary>The first UTC day of its window, as days since 1970-01-01.</summary>
    public int FromDay => _stored.FromDay;

    /// <summary>The last one.</summary>
    public int ToDay => _stored.ToDay;

    /// <summary>Whether its messages are in the outbox, or there are none to send.</summary>
    public bool IsMailed => _stored.IsMailed;

    /// <summary>Whether its page was deleted. That it was issued stays known, so that its period is not issued again.</summary>
    public bool IsRevoked => _stored.IsRevoked;

    /// <summary>The ids of the customers that it names.</summary>
    public IReadOnlyList<string> Customers => _stored.Customers;

    /// <summary>Bytes of its page.</summary>
    public int Bytes => _stored.Bytes;

    /// <summary>The SHA-256 of its style sheet in base64.</summary>
    public string StyleHash => _stored.StyleHash;

    /// <summary>What its e-mail says; null where it is revoked.</summary>
    public ReportMail? Mail => _stored.Mail;

    /// <summary>An issue that was just drawn.</summary>
    /// <param name="record">The report.</param>
    /// <param name="id">The issue's id.</param>
    /// <param name="isScheduled">Whether a turn of the schedule made it.</param>
    /// <param name="ask">What was asked for.</param>
    /// <param name="rendered">What was drawn.</param>
    /// <exception cref="ReportException">The page is too large.</exception>
    public static ReportIssue New(ReportRecord record, string id, bool isScheduled, ReportAsk ask, RenderedReport rendered)
    {
        if (rendered.Customers.Count > ReportLimits.CustomersNamedMax)
        {
            throw TooLarge(rendered.Customers.Count, ReportLimits.CustomersNamedMax, "customers named");
        }

        var page = Encoding.UTF8.GetBytes(rendered.Html);
        var brotli = page.Length <= ReportLimits.PageBytesMax ? Compress(page) : throw TooLarge(page.Length, ReportLimits.PageBytesMax, "bytes");
        return brotli.Length > ReportLimits.PageStoredCharsMax ? throw TooLarge(brotli.Length, ReportLimits.PageStoredCharsMax, "characters compressed") : new ReportIssue
        {
            Workspace = record.Workspace,
            Code = record.Code,
            Id = id,
            TokenHash = HashOf(record.TokenOf(id)),
            _stored = new StoredIssue(
                isScheduled, ask.NowMs, ask.FromDay, ask.ToDay, IsMailed: false, IsRevoked: false, rendered.Customers, page.Length, brotli, rendered.StyleHash, rendered.Mail),
        };
    }

    /// <summary>The issue of a document.</summary>
    public static ReportIssue Of(StoredDocument document) => new()
    {
        Workspace = document.Workspace,
        Code = document.Kind[KindPrefix.Length..],
        Id = document.Id,
        TokenHash = document.Key,
        Version = document.Version,
        _stored = JsonSerializer.Deserialize(document.Json, ReportJson.Default.StoredIssue)!,
    };

    /// <summary>The document of an issue that names somebody, without its page; null where it names nobody who is meant, or is no issue.</summary>
    /// <param name="document">Any document.</param>
    /// <param name="isMeant">Whether a customer's id is meant.</param>
    public static StoredDocument? WithoutCustomers(StoredDocument document, Func<string, bool> isMeant)
    {
        if (!document.Kind.StartsWith(KindPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var issue = Of(document);
        return issue.Customers.Any(isMeant) ? issue.Revoked().ToDocument() with { Version = document.Version + 1 } : null;
    }

    /// <summary>The kind of the documents of a report's issues.</summary>
    /// <param name="code">The report's code.</param>
    public static string KindOf(string code) => KindPrefix + code;

    /// <summary>The hash that a link's token is found by; it gives nothing of the token away, which is 256 bits that nobody chose.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The report's code in a link's token; null where it is no token.</summary>
    public static string? CodeIn(string token) =>
        token.Length == ReportRecord.CodeChars + Base64Url.GetEncodedLength(SHA256.HashSizeInBytes) ? token[..ReportRecord.CodeChars] : null;

    /// <summary>The document of this issue.</summary>
    public StoredDocument ToDocument() =>
        new(Workspace, KindOf(Code), Id, TokenHash, JsonSerializer.Serialize(_stored, ReportJson.Default.StoredIssue), Version);

    /// <summary>The issue once its messages are in the outbox.</summary>
    public ReportIssue Mailed() => this with { _stored = _stored with { IsMailed = true } };

    /// <summary>The issue without its page, its link and all that it says.</summary>
    public ReportIssue Revoked() => this with
    {
        TokenHash = null,
        _stored = _stored with { IsRevoked = true, Customers = [], Bytes = 0, Brotli = "", StyleHash = "", Mail = null },
    };

    /// <summary>Its page in UTF-8, as it was drawn.</summary>
    public byte[] Page()
    {
        var page = new byte[Bytes];
        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(_stored.Brotli)), CompressionMode.Decompress);
        brotli.ReadExactly(page);
        return page;
    }

    private static string Compress(byte[] page)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(page);
        }

        return Convert.ToBase64String(compressed.GetBuffer(), 0, (int)compressed.Length);
    }

    private static ReportException TooLarge(int size, int max, string unit) => new($"the report's page has {size} {unit}, above the limit of {max}");
}
