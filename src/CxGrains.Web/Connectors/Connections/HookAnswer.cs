namespace CxGrains.Web.Connectors.Connections;

/// <summary>The answer to a tool. It is 200 whatever could be read of the payload, because tools switch off a hook that answers anything else.</summary>
/// <param name="Accepted">Interactions that are durable.</param>
/// <param name="Quarantined">1 where the payload, or part of it, could not be read and is in quarantine; else 0.</param>
/// <param name="Ignored">Why there is nothing to take, where that is in order; absent otherwise.</param>
internal sealed record HookAnswer(int Accepted, int Quarantined, string? Ignored);
