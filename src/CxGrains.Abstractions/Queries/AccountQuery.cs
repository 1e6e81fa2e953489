namespace CxGrains.Abstractions.Queries;

/// <summary>Which accounts, in which order.</summary>
public sealed record AccountQuery
{
    /// <summary>Text that the id must contain, letter case ignored; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>The order.</summary>
    public AccountSort Sort { get; init; }

    /// <summary>Whether to turn the order round.</summary>
    public bool Reverse { get; init; }

    /// <summary>Accounts a page, from 1 to <see cref="CustomerQuery.LimitMax"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The cursor of the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>The instant scores are evaluated at; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
