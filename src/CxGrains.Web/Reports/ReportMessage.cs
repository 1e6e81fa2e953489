namespace CxGrains.Web.Reports;

/// <summary>A report's e-mail, ready to be sent.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The body for those who read plain text.</param>
/// <param name="Html">The body for the others.</param>
internal sealed record ReportMessage(string Subject, string Text, string Html);
