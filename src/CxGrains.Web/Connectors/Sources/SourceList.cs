namespace CxGrains.Web.Connectors.Sources;

/// <summary>Where a workspace hears its customers.</summary>
/// <param name="Sources">The one heard last first; connections that were never heard last.</param>
/// <param name="NotConnected">Kinds that nothing ever came of, and that there is no connection of.</param>
internal sealed record SourceList(IReadOnlyList<SourceView> Sources, IReadOnlyList<string> NotConnected);
