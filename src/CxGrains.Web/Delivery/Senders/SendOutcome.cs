namespace CxGrains.Web.Delivery.Senders;

/// <summary>What came of one attempt.</summary>
/// <param name="IsDelivered">Whether the destination has taken it.</param>
/// <param name="Status">The status it answered with; null where it did not answer.</param>
/// <param name="Excerpt">How the answer began.</param>
/// <param name="Error">Why there was no answer; null where there was one.</param>
internal sealed record SendOutcome(bool IsDelivered, int? Status, string Excerpt, string? Error)
{
    /// <summary>How long the destination asked to be left alone; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it said that it is gone for good.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether nothing was sent, because the alert was over before anybody was told, or the report was deleted.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Nothing was sent.</summary>
    public static SendOutcome Withdrawn { get; } = new(false, null, "", null) { IsWithdrawn = true };

    /// <summary>There was no answer.</summary>
    public static SendOutcome Failed(string error) => new(false, null, "", error);
}
