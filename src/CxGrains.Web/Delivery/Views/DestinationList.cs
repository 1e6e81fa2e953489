namespace CxGrains.Web.Delivery.Views;

/// <summary>The destinations of a workspace.</summary>
/// <param name="Destinations">By id.</param>
/// <param name="MayMail">Whether there is a mail server, and so may be e-mail.</param>
internal sealed record DestinationList(IReadOnlyList<DestinationView> Destinations, bool MayMail);
