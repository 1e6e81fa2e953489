using CxGrains.Domain.Alerts;

namespace CxGrains.Abstractions.Views;

/// <summary>Something that somebody did with an alert.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who: the name of the key.</param>
/// <param name="Action">What.</param>
/// <param name="Until">Until when it is snoozed.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">What was said about it.</param>
public sealed record AlertActView(DateTimeOffset At, string By, AlertAction Action, DateTimeOffset? Until, AlertOutcome? Outcome, string? Note);
