namespace CxGrains.Abstractions.Reports;

/// <summary>A report as it was drawn.</summary>
/// <param name="Html">The page: one document that asks for nothing else.</param>
/// <param name="StyleHash">The SHA-256 of its style sheet in base64.</param>
/// <param name="Mail">What its e-mail says.</param>
/// <param name="Customers">The ids of the customers that it names, at most <see cref="Domain.Reports.ReportLimits.CustomersNamedMax"/>.</param>
public sealed record RenderedReport(string Html, string StyleHash, ReportMail Mail, IReadOnlyList<string> Customers);
