namespace CxGrains.Host.Demo.Company;

/// <summary>A customer of the demo company. Nothing in it depends on when the demo runs.</summary>
internal sealed record DemoCustomer
{
    /// <summary>Its place among the customers, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Given and family name.</summary>
    public required string Name { get; init; }

    /// <summary>An address at an example domain.</summary>
    public required string Email { get; init; }

    /// <summary>Where it lives.</summary>
    public required DemoCulture Culture { get; init; }

    /// <summary><c>free</c>, <c>pro</c> or <c>enterprise</c>.</summary>
    public required string Plan { get; init; }

    /// <summary>The business it buys for; null for a private customer.</summary>
    public DemoAccount? Account { get; init; }

    /// <summary>The channel it uses most.</summary>
    public required string Channel { get; init; }

    /// <summary>How its activity develops.</summary>
    public required DemoHabit Habit { get; init; }

    /// <summary>Mean days between two active days.</summary>
    public required double GapDays { get; init; }

    /// <summary>Days before the demo's start on which it joined, from 1 to 365.</summary>
    public required int JoinedDaysAgo { get; init; }

    /// <summary>How content it is as a rule: mean 0 and deviation 1 over all customers.</summary>
    public required double Contentment { get; init; }
}
