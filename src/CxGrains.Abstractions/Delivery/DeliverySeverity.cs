namespace CxGrains.Abstractions.Delivery;

/// <summary>How much an alert matters, least first. A destination names the least that it is sent.</summary>
public enum DeliverySeverity
{
    /// <summary>Good to know.</summary>
    Info = 0,

    /// <summary>Somebody should look today.</summary>
    Warning = 1,

    /// <summary>Somebody should look now.</summary>
    Critical = 2,
}
