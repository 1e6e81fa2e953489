namespace CxGrains.Web.Connectors.Connections;

/// <summary>A kind of connection.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="NeedsSecret">Whether a connection needs the secret that the tool signs with.</param>
/// <param name="NeedsAccessToken">Whether it needs a token for the tool's own API.</param>
internal sealed record KindView(string Kind, bool NeedsSecret, bool NeedsAccessToken);
