using System.Net;
using CxGrains.Web.Delivery.Net;

namespace CxGrains.Web.Tests.Delivery.Support;

/// <summary>A resolver that leads every name to the same addresses.</summary>
internal sealed class FixedResolver(params IPAddress[] addresses) : IHostResolver
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult(addresses);
}
