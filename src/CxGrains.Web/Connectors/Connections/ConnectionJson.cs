using System.Text.Json;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>A connection as it is stored. Secrets are stored as they are: a signature can only be checked with them.</summary>
internal sealed record ConnectionJson(string Name, string Kind, string? Secret, string? AccessToken, string? Region, JsonElement Mapping, long CreatedMs);
