namespace CxGrains.Domain.Interactions;

/// <summary>The first fault met while reading. One is enough to reject an interaction and to repair it, so later ones are dropped.</summary>
internal struct FirstFault
{
    private InteractionError? _error;

    /// <summary>Whether a fault was met.</summary>
    public readonly bool Any => _error is not null;

    /// <summary>The fault; only where <see cref="Any"/>.</summary>
    public readonly InteractionError Error => _error ?? throw new InvalidOperationException("no fault was met");

    /// <summary>Takes a fault, unless an earlier one was met.</summary>
    public void Add(string field, string problem) => _error ??= new InteractionError(field, problem);

    /// <summary>Takes a fault that was kept aside, unless an earlier one was met.</summary>
    public void Add(FirstFault other) => _error ??= other._error;
}
