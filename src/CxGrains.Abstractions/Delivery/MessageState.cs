namespace CxGrains.Abstractions.Delivery;

/// <summary>How far a message is.</summary>
public enum MessageState
{
    /// <summary>It can be sent now.</summary>
    Ready = 0,

    /// <summary>It will be sent again, at a time that is set.</summary>
    Scheduled = 1,

    /// <summary>Its destination has taken it.</summary>
    Delivered = 2,

    /// <summary>It was given up; somebody may replay it.</summary>
    Dead = 3,

    /// <summary>It is not sent, because its alert was over before the quiet hours ended.</summary>
    Withdrawn = 4,
}
