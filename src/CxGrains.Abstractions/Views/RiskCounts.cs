namespace CxGrains.Abstractions.Views;

/// <summary>Customers by risk band.</summary>
/// <param name="Low">Low.</param>
/// <param name="Medium">Medium.</param>
/// <param name="High">High: the customers at risk.</param>
/// <param name="NotEnoughData">Without activity to judge by.</param>
public sealed record RiskCounts(long Low, long Medium, long High, long NotEnoughData);
