namespace CxGrains.Domain.Alerts.Movements;

/// <summary>What was found of a rule's survey, segment or goal at an instant.</summary>
/// <param name="Stands">Whether what the rule waits for is so; null where it cannot be told, and then what was so before goes on being so.</param>
/// <param name="Words">It in words.</param>
/// <param name="Seen">Its figures; null where there are none.</param>
/// <param name="Name">The display name of the survey, segment or goal; null for none.</param>
public sealed record MovementReading(bool? Stands, string Words, AlertSeen? Seen, string? Name);
