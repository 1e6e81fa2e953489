namespace CxGrains.Abstractions.Views;

/// <summary>Tickets open now.</summary>
/// <param name="Total">All.</param>
/// <param name="Waiting">Those not answered yet.</param>
/// <param name="Answered">Those answered.</param>
/// <param name="Overdue">Those of either kind that are past a target which still waits to be met.</param>
public sealed record OpenTicketsView(long Total, long Waiting, long Answered, long Overdue);
