using CxGrains.Domain;

namespace CxGrains.Abstractions.Reports;

/// <summary>A report cannot be drawn.</summary>
/// <param name="why">Why, with the offending value and the limit.</param>
public sealed class ReportException(string why) : CxException(why);
