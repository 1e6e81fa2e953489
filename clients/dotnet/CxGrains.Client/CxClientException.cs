using System.Net;

namespace CxGrains.Client;

/// <summary>A batch could not be sent.</summary>
/// <param name="status">What the server answered; null where it could not be reached.</param>
/// <param name="message">Why, in words.</param>
/// <param name="inner">What failed; null where the server answered.</param>
public sealed class CxClientException(HttpStatusCode? status, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the server answered; null where it could not be reached.</summary>
    public HttpStatusCode? Status { get; } = status;
}
