namespace CxGrains.Abstractions.Reports;

/// <summary>What an issue's e-mail says, but for the link, which is known only where it is sent. It names no customer.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Lead">One line: whose report, and of which days.</param>
/// <param name="Facts">Figures, at most <see cref="Domain.Reports.ReportLimits.MailFactsMax"/>.</param>
/// <param name="Open">The words of the link.</param>
/// <param name="NoLink">What stands in its place where nobody has said where the dashboard is.</param>
/// <param name="Language">The language it is written in, as HTML names it.</param>
/// <param name="IsRightToLeft">Whether that language is read from the right.</param>
public sealed record ReportMail(string Subject, string Lead, IReadOnlyList<ReportFact> Facts, string Open, string NoLink, string Language, bool IsRightToLeft);
