namespace CxGrains.Abstractions.Audit;

/// <summary>Which entries of the audit log are asked for. All conditions must be met.</summary>
public sealed record AuditQuery
{
    /// <summary>Only entries about this customer; null for all.</summary>
    public string? Customer { get; init; }

    /// <summary>Only this action; null for all.</summary>
    public string? Action { get; init; }

    /// <summary>Only what was done with the key of this id; null for all.</summary>
    public string? By { get; init; }

    /// <summary>Only entries before the one of this number.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>The most entries, 1 to <see cref="IAuditLog.PageMax"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
