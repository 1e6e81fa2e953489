namespace CxGrains.Abstractions.Views;

/// <summary>Whether a customer may be asked for a testimonial.</summary>
/// <param name="MayAsk">Whether.</param>
/// <param name="Reason">Why, or why not, in words.</param>
public sealed record TestimonialView(bool MayAsk, string Reason)
{
    /// <summary>The comment to quote; absent unless the customer may be asked.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset? At { get; init; }
}
