namespace CxGrains.Abstractions.Views;

/// <summary>One account with its customers and its alerts.</summary>
public sealed record AccountView : AccountRow
{
    /// <summary>The instant the scores are evaluated at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The first page of its customers, the most likely to leave first; its cursor goes on in the list of customers of this account.</summary>
    public required CustomerPage Members { get; init; }

    /// <summary>Its alerts that are open, taken or snoozed.</summary>
    public required AccountAlerts OpenAlerts { get; init; }
}
