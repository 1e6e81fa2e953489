using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Domain.Reports;

namespace CxGrains.Abstractions.Reports;

/// <summary>A report as it is stored: the definition, and what its links are made of.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Report">The definition; its version is the document's.</param>
/// <param name="Code">What its links begin with and its issues are stored under: <see cref="CodeChars"/> of a-z and 2-7, another one for each report that was ever made.</param>
/// <param name="Secret">What its links are signed with, in base64.</param>
/// <param name="SinceMs">Turns of the schedule up to this instant are not issued, Unix milliseconds UTC.</param>
public sealed record ReportRecord(string Workspace, Report Report, string Code, string Secret, long SinceMs)
{
    /// <summary>The kind of the documents.</summary>
    public const string DocumentKind = "report";

    /// <summary>Characters of a code.</summary>
    public const int CodeChars = 12;

    private const string CodeAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int SecretBytes = 32;

    /// <summary>A report that was never stored.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="report">The definition.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static ReportRecord New(string workspace, Report report, long nowMs) => new(
        workspace, report, RandomNumberGenerator.GetString(CodeAlphabet, CodeChars), Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)), nowMs);

    /// <summary>The record with another definition. Where the schedule is another one, or begins to be kept again, what was due before is not made up for.</summary>
    /// <param name="report">The definition.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public ReportRecord With(Report report, long nowMs) =>
        this with { Report = report, SinceMs = report.Schedule == Report.Schedule && report.Enabled == Report.Enabled ? SinceMs : nowMs };

    /// <summary>The record of a document.</summary>
    public static ReportRecord Of(StoredDocument document)
    {
        var stored = JsonSerializer.Deserialize(document.Json, ReportJson.Default.StoredReport)!;
        return new ReportRecord(document.Workspace, stored.Report with { Id = document.Id, Version = document.Version }, stored.Code, stored.Secret, stored.SinceMs);
    }

    /// <summary>The document of this record.</summary>
    public StoredDocument ToDocument() => new(
        Workspace, DocumentKind, Report.Id, null, JsonSerializer.Serialize(new StoredReport(Report, Code, Secret, SinceMs), ReportJson.Default.StoredReport), Report.Version);

    /// <summary>What an issue's link ends with: who has not the secret cannot guess it, and nothing that is stored with the issue says it.</summary>
    /// <param name="issue">The issue's id.</param>
    public string TokenOf(string issue) =>
        Code + Base64Url.EncodeToString(HMACSHA256.HashData(Convert.FromBase64String(Secret), System.Text.Encoding.UTF8.GetBytes(issue)));
}
