using System.Net;

namespace CxGrains.Web.Delivery.Net;

/// <summary>Finds where a host is.</summary>
internal interface IHostResolver
{
    /// <summary>All addresses of a host, which may be a name or an address as text.</summary>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}
