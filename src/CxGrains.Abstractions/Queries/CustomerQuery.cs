using CxGrains.Domain.Scores;

namespace CxGrains.Abstractions.Queries;

/// <summary>Which customers, in which order.</summary>
public sealed record CustomerQuery
{
    /// <summary>Text that id, name, e-mail or account must contain, letter case ignored; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Only this band; null for all.</summary>
    public RiskBand? Band { get; init; }

    /// <summary>Only members of this segment; null for all.</summary>
    public string? Segment { get; init; }

    /// <summary>Only this account; null for all.</summary>
    public string? Account { get; init; }

    /// <summary>Only those that match this rule, as the JSON of a segment's that asks for nothing but <see cref="Domain.Index.IndexedRule.Fields"/>; null for all.</summary>
    public string? Rule { get; init; }

    /// <summary>The order.</summary>
    public CustomerSort Sort { get; init; }

    /// <summary>Whether to turn the order round.</summary>
    public bool Reverse { get; init; }

    /// <summary>Customers a page, from 1 to <see cref="LimitMax"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The cursor of the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>The instant scores are evaluated at; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Most customers a page.</summary>
    public const int LimitMax = 500;

    /// <summary>Characters of <see cref="Rule"/>.</summary>
    public const int RuleCharsMax = 2_000;
}
