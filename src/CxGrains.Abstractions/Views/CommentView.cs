namespace CxGrains.Abstractions.Views;

/// <summary>A comment given with an answer.</summary>
/// <param name="Customer">The customer's id.</param>
/// <param name="Name">The customer's name, where it is known.</param>
/// <param name="At">When.</param>
/// <param name="Score">The score given with it.</param>
/// <param name="Category">The answer's category, as in <see cref="AnswerView.Category"/>.</param>
/// <param name="Text">The words.</param>
public sealed record CommentView(string Customer, string? Name, DateTimeOffset At, int Score, string? Category, string Text)
{
    /// <summary>The channel it came on; absent where unknown, as for those that were stored before it was kept.</summary>
    public string? Channel { get; init; }
}
