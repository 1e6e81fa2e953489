namespace CxGrains.Abstractions.Reports;

/// <summary>What an issue's document holds. Members may be added; none changes its meaning.</summary>
/// <param name="IsScheduled">Whether a turn of the schedule made it.</param>
/// <param name="IssuedMs">When it was made, Unix milliseconds UTC.</param>
/// <param name="FromDay">The first UTC day of its window, as days since 1970-01-01.</param>
/// <param name="ToDay">The last one.</param>
/// <param name="IsMailed">Whether its messages are in the outbox.</param>
/// <param name="IsRevoked">Whether its page is gone, and only that it was issued is known.</param>
/// <param name="Customers">The ids of the customers that its page names.</param>
/// <param name="Bytes">Bytes of the page as it is served.</param>
/// <param name="Brotli">The page in UTF-8, compressed by Brotli, in base64; empty where it is gone.</param>
/// <param name="StyleHash">The SHA-256 of the page's style sheet in base64, for the policy it is served with.</param>
/// <param name="Mail">What its e-mail says; null where the page is gone.</param>
internal sealed record StoredIssue(
    bool IsScheduled,
    long IssuedMs,
    int FromDay,
    int ToDay,
    bool IsMailed,
    bool IsRevoked,
    IReadOnlyList<string> Customers,
    int Bytes,
    string Brotli,
    string StyleHash,
    ReportMail? Mail);
