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

    /// <summary>It is not sent, because its alert was over before the quiet hours ended, or its report was deleted.</summary>
    Withdrawn,
}
