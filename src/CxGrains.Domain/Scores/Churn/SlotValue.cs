namespace CxGrains.Domain.Scores.Churn;

/// <summary>The value of one feature.</summary>
/// <param name="Slot">Its slot, 0 to <see cref="RiskSlots.Count"/> - 1.</param>
/// <param name="KeyTag">A short hash of the key of the trait it comes from, by which drivers are grouped; 0 for none.</param>
/// <param name="Value">Its value.</param>
public readonly record struct SlotValue(ushort Slot, ushort KeyTag, double Value);
