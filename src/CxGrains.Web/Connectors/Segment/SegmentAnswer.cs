namespace CxGrains.Web.Connectors.Segment;

/// <summary>The answer to Segment's SDKs.</summary>
/// <param name="Success">Always true; anything else is a problem.</param>
/// <param name="Quarantined">Events that could not be read and are in quarantine; absent where there are none.</param>
internal sealed record SegmentAnswer(bool Success, int? Quarantined);
