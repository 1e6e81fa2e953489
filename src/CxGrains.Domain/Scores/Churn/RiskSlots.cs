namespace CxGrains.Domain.Scores.Churn;

/// <summary>How the model's slots are numbered: those of <see cref="RiskSlot"/> first, then the ones that traits are hashed into.</summary>
public static class RiskSlots
{
    /// <summary>Slots of the customer's state, some of them not in use yet. Stored predictions hold slots: never change it.</summary>
    public const int StateCount = 32;

    /// <summary>All slots.</summary>
    public const int Count = StateCount + Limits.TraitSlots;

    /// <summary>Whether traits are hashed into a slot.</summary>
    public static bool IsTrait(int slot) => slot >= StateCount;
}
