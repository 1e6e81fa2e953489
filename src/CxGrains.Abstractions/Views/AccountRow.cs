namespace CxGrains.Abstractions.Views;

/// <summary>One account in a list: the company that several customers belong to.</summary>
public record AccountRow
{
    /// <summary>The id, as <c>group</c> interactions name it.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show; that is the id, since accounts have no traits of their own.</summary>
    public required string Name { get; init; }

    /// <summary>Its customers.</summary>
    public required long Customers { get; init; }

    /// <summary>Those seen in the last 30 days.</summary>
    public required long Active { get; init; }

    /// <summary>Their interactions.</summary>
    public required long Interactions { get; init; }

    /// <summary>The mean of their engagement.</summary>
    public required EngagementView Engagement { get; init; }

    /// <summary>Their purchases.</summary>
    public required PurchasesView Purchases { get; init; }

    /// <summary>The customer most likely to leave.</summary>
    public required WorstRiskView Worst { get; init; }

    /// <summary>Customers at high risk.</summary>
    public required long AtRisk { get; init; }

    /// <summary>NPS of their latest answers of the last 90 UTC days.</summary>
    public required NpsView Nps { get; init; }

    /// <summary>Their latest activity.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When a contract renews; absent where nothing is known of it.</summary>
    public RenewalView? Renewal { get; init; }
}
