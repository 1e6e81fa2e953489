namespace CxGrains.Abstractions.Audit;

/// <summary>An entry on its way into the audit log.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Act">What was done.</param>
public readonly record struct WaitingAct(string Workspace, AuditAct Act);
