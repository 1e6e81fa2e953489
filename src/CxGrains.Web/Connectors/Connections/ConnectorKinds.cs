namespace CxGrains.Web.Connectors.Connections;

/// <summary>The kinds of connection there are.</summary>
internal sealed class ConnectorKinds(IEnumerable<IConnector> connectors)
{
    private readonly Dictionary<string, IConnector> _byKind = connectors.ToDictionary(connector => connector.Kind, StringComparer.Ordinal);

    /// <summary>The kinds, by name.</summary>
    public IReadOnlyList<IConnector> All => [.. _byKind.Values.OrderBy(connector => connector.Kind, StringComparer.Ordinal)];

    /// <summary>The connector of a kind; null where there is none.</summary>
    public IConnector? Find(string kind) => _byKind.GetValueOrDefault(kind);
}
