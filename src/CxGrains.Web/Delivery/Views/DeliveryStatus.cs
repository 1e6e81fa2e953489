namespace CxGrains.Web.Delivery.Views;

/// <summary>How far a message is, for people.</summary>
internal enum DeliveryStatus
{
    /// <summary>It will be sent, or sent again.</summary>
    Waiting,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It was given up.</summary>
    Dead,
}
