namespace CxGrains.Abstractions.Views;

/// <summary>One customer in a list.</summary>
public sealed record CustomerRow
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Trait <c>name</c>, where known.</summary>
    public string? Name { get; init; }

    /// <summary>Trait <c>email</c>, where known.</summary>
    public string? Email { get; init; }

    /// <summary>The account, where known.</summary>
    public string? Account { get; init; }

    /// <summary>Whether it is profiled, and not only counted.</summary>
    public bool Profiled { get; init; } = true;

    /// <summary>The latest activity.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Engagement without drivers.</summary>
    public required EngagementView Engagement { get; init; }

    /// <summary>Churn risk without drivers, with its strongest reason.</summary>
    public required ChurnView Churn { get; init; }

    /// <summary>Money spent less refunds.</summary>
    public required decimal Value { get; init; }

    /// <summary>Ids of the segments it belongs to.</summary>
    public required IReadOnlyList<string> Segments { get; init; }
}
