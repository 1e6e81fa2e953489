namespace CxGrains.Domain.Interactions;

/// <summary>Why an interaction was not accepted.</summary>
/// <param name="Field">The field's path, such as <c>properties.title</c>.</param>
/// <param name="Problem">What is wrong, with the offending value and the limit.</param>
public readonly record struct InteractionError(string Field, string Problem)
{
    /// <summary>Field and problem in one sentence.</summary>
    public override string ToString() => $"{Field}: {Problem}";
}
