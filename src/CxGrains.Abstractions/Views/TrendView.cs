namespace CxGrains.Abstractions.Views;

/// <summary>Daily trailing scores of the last 60 UTC days, by ISO date. A day whose trailing window holds no answers is absent.</summary>
public sealed record TrendView
{
    /// <summary>NPS points.</summary>
    public required IReadOnlyDictionary<string, TrendPoint> Nps { get; init; }

    /// <summary>CSAT percent.</summary>
    public required IReadOnlyDictionary<string, TrendPoint> Csat { get; init; }

    /// <summary>CES mean.</summary>
    public required IReadOnlyDictionary<string, TrendPoint> Ces { get; init; }
}
