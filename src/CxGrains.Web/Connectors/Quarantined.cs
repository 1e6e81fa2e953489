namespace CxGrains.Web.Connectors;

/// <summary>An event of a request that is to be kept in quarantine.</summary>
/// <param name="Index">Its place in the request.</param>
/// <param name="Reason">What is wrong with it.</param>
internal readonly record struct Quarantined(int Index, string Reason);
