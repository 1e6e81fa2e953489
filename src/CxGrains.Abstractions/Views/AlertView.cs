using CxGrains.Domain.Alerts;

namespace CxGrains.Abstractions.Views;

/// <summary>Something a person should know once.</summary>
public sealed record AlertView
{
    /// <summary>Stable id, made from the rule, the subject and the record that caused it.</summary>
    public required string Id { get; init; }

    /// <summary>The rule's id, such as <c>churn-high</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's display name when it was raised.</summary>
    public required string RuleName { get; init; }

    /// <summary>How much it matters.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>What the rule waited for.</summary>
    public required AlertConditionType Condition { get; init; }

    /// <summary>Who looks after it, where the rule says so.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is about.</summary>
    public required AlertSubject Subject { get; init; }

    /// <summary>The customer's id; absent where it is about a survey, a segment, the workspace or a goal.</summary>
    public string? Customer { get; init; }

    /// <summary>The customer's name, or that of the survey, segment or goal, where known.</summary>
    public string? Name { get; init; }

    /// <summary>The account, where known.</summary>
    public string? Account { get; init; }

    /// <summary>When the cause happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// <c>open</c>, <c>taken</c>, <c>snoozed</c>, <c>resolved</c>, <c>closed</c> where the cause has gone before anybody saw to it, or
    /// <c>alreadySo</c> where it was no news and nobody was told.
    /// </summary>
    public required string State { get; init; }

    /// <summary>Who handled it last: the name of the key. Absent where nobody did.</summary>
    public string? HandledBy { get; init; }

    /// <summary>Until when it is snoozed.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>What became of it, where it is resolved.</summary>
    public AlertOutcome? Outcome { get; init; }

    /// <summary>Whether its cause has gone by itself, as when a customer has come back.</summary>
    public bool HasRecovered { get; init; }

    /// <summary>What was done with it, oldest first, at most 12.</summary>
    public IReadOnlyList<AlertActView> History { get; init; } = [];

    /// <summary>The reason in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The figures it was raised by, where it is about a survey, a segment, the workspace or a goal.</summary>
    public AlertSeen? Seen { get; init; }

    /// <summary>The churn probability at that moment, where the rule is about it.</summary>
    public double? Probability { get; init; }

    /// <summary>Nobody is told before this instant, because it was raised in quiet hours; absent where it was not.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
}
