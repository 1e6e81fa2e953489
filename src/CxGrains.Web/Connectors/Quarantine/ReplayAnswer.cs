namespace CxGrains.Web.Connectors.Quarantine;

/// <summary>What came of reading payloads again.</summary>
/// <param name="Replayed">Payloads that were read.</param>
/// <param name="Accepted">Interactions that are durable; those that were taken before count here and have no effect again.</param>
/// <param name="Left">Payloads that still cannot be read, and stay.</param>
/// <param name="Reason">Why the first of them cannot; absent where none is left.</param>
internal sealed record ReplayAnswer(int Replayed, int Accepted, int Left, string? Reason);
