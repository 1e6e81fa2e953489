using CxGrains.Domain;

namespace CxGrains.Web.Delivery.Net;

/// <summary>An outgoing call that must not be made.</summary>
/// <param name="message">Where it would have gone, and why not.</param>
internal sealed class ForbiddenAddressException(string message) : CxException(message);
