namespace CxGrains.Domain.Goals;

/// <summary>What a goal is set on. The names are stored.</summary>
public enum GoalMetric
{
    /// <summary>NPS: of a survey over its window, else of each customer's latest answer.</summary>
    Nps = 0,

    /// <summary>CSAT: of a survey over its window, else of each customer's latest answer.</summary>
    Csat = 1,

    /// <summary>CES: of a survey over its window and by its method, else the mean of each customer's latest answer.</summary>
    Ces = 2,

    /// <summary>The mean of a rating survey over its window.</summary>
    Rating = 3,

    /// <summary>A survey's answers per survey sent over its window, in percent.</summary>
    ResponseRate = 4,

    /// <summary>The share of customers at high risk, in percent.</summary>
    AtRiskPercent = 5,

    /// <summary>Customers.</summary>
    Customers = 6,

    /// <summary>Money spent by the customers less refunds, all currencies added as they are.</summary>
    Revenue = 7,
}
