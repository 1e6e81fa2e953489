namespace CxGrains.Web.Connectors.Connections;

/// <summary>The connections of a workspace.</summary>
/// <param name="Connections">By id.</param>
/// <param name="Kinds">The kinds there are.</param>
internal sealed record ConnectionList(IReadOnlyList<ConnectionView> Connections, IReadOnlyList<KindView> Kinds);
