namespace CxGrains.Abstractions.Delivery;

/// <summary>In which form a destination is told.</summary>
public enum DestinationKind
{
    /// <summary>A signed HTTP request by Standard Webhooks 1.0.</summary>
    Webhook = 0,

    /// <summary>An incoming webhook of Slack.</summary>
    Slack = 1,

    /// <summary>A workflow webhook of Microsoft Teams.</summary>
    Teams = 2,

    /// <summary>E-mail by the mail server that the administrator has set.</summary>
    Email = 3,
}
