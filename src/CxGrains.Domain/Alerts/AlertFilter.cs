using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;

namespace CxGrains.Domain.Alerts;

/// <summary>Whom a rule is about. All that is given must hold; where nothing is, it is everyone.</summary>
public sealed record AlertFilter
{
    /// <summary>Everyone.</summary>
    public static readonly AlertFilter Everyone = new();

    /// <summary>Only members of this segment; one that is not defined has none.</summary>
    public string? Segment { get; init; }

    /// <summary>Only customers who spent at least this, refunds taken off and all currencies added as they are; from 0.</summary>
    public decimal? ValueMin { get; init; }

    /// <summary>Only customers of this account.</summary>
    public string? Account { get; init; }

    /// <summary>Whether a customer is meant, by its state as it stands.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="segments">The segments that are defined.</param>
    public bool Matches(Customer customer, IReadOnlyList<SegmentDefinition> segments) =>
        (Account is null || customer.Account == Account)
        && (ValueMin is not { } least || customer.Purchases.Total >= least)
        && (Segment is null || IsMember(customer.Membership, segments));

    private bool IsMember(ulong membership, IReadOnlyList<SegmentDefinition> segments)
    {
        foreach (var segment in segments)
        {
            if (segment.Id == Segment)
            {
                return (membership & (1UL << segment.Slot)) != 0;
            }
        }

        return false;
    }
}
