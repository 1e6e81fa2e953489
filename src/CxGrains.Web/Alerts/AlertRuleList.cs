using CxGrains.Domain.Alerts;

namespace CxGrains.Web.Alerts;

/// <summary>The alert rules of a workspace.</summary>
/// <param name="Rules">By id.</param>
internal sealed record AlertRuleList(IReadOnlyList<AlertRule> Rules);
