using CxGrains.Domain.Scores.Advocacy;

namespace CxGrains.Abstractions.Views;

/// <summary>Whether a customer recommends, in word and deed.</summary>
public sealed record AdvocacyView
{
    /// <summary>What it is.</summary>
    public required AdvocacyStatus Status { get; init; }

    /// <summary>Referrals.</summary>
    public required int Referrals { get; init; }

    /// <summary>The latest referral, if any.</summary>
    public DateTimeOffset? LastReferral { get; init; }

    /// <summary>Reviews.</summary>
    public required int Reviews { get; init; }

    /// <summary>The latest review, if any.</summary>
    public DateTimeOffset? LastReview { get; init; }

    /// <summary>Whether it may be asked for a testimonial.</summary>
    public required TestimonialView Testimonial { get; init; }
}
