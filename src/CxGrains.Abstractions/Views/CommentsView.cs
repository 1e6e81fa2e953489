namespace CxGrains.Abstractions.Views;

/// <summary>Comments of a survey that match, the newest first.</summary>
/// <param name="Survey">The survey's id.</param>
/// <param name="Total">All that match.</param>
/// <param name="IsComplete">Whether all comments of the window are still kept; older ones are let go.</param>
/// <param name="Comments">The newest of them.</param>
public sealed record CommentsView(string Survey, long Total, bool IsComplete, IReadOnlyList<CommentView> Comments);
