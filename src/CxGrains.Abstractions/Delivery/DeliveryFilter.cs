namespace CxGrains.Abstractions.Delivery;

/// <summary>Which messages of a destination to list.</summary>
public enum DeliveryFilter
{
    /// <summary>Every one.</summary>
    All = 0,

    /// <summary>Those that wait to be sent, or to be sent again.</summary>
    Waiting = 1,

    /// <summary>Those delivered.</summary>
    Delivered = 2,

    /// <summary>Those given up.</summary>
    Dead = 3,
}
