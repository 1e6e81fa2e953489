using CxGrains.Domain.Alerts;

namespace CxGrains.Abstractions.Views;

/// <summary>How the survey, segment or goal of a rule stands.</summary>
/// <param name="Subject">What the rule is about.</param>
/// <param name="IsSo">Whether what the rule waits for is so, and would be raised were it news; absent where it cannot be told.</param>
/// <param name="Reason">It in words.</param>
/// <param name="Seen">Its figures; absent where there are none.</param>
public sealed record DryRunStanding(AlertSubject Subject, bool? IsSo, string Reason, AlertSeen? Seen);
