using System.Text.Json;

namespace CxGrains.Web.Tests.Delivery.Support;

/// <summary>A request that reached a receiver.</summary>
internal sealed record Received(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];

    public JsonElement Json => JsonElement.Parse(Body);

    public string Customer => Json.GetProperty("data").GetProperty("customer").GetString()!;
}
