namespace CxGrains.Domain.Alerts;

/// <summary>What an alert is about, so that one cause after the other does not raise one alert after the other. The numbers are stored; never renumber.</summary>
public enum AlertGrouping : byte
{
    /// <summary>The customer.</summary>
    Customer = 0,

    /// <summary>The customer's account: one alert an account and cooldown. A customer without an account is told of by itself.</summary>
    Account = 1,
}
