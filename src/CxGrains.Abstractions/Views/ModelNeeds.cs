namespace CxGrains.Abstractions.Views;

/// <summary>What a model needs before it speaks.</summary>
/// <param name="Outcomes">Outcomes in all.</param>
/// <param name="OfAKind">Outcomes of customers that left, and of those that stayed.</param>
public sealed record ModelNeeds(int Outcomes, int OfAKind);
