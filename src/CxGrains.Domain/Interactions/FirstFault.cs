namespace CxGrains.Domain.Interactions;

/// <summary>The first fault met while reading. One is enough to reject an interaction and to repair it, so later ones are dropped.</summary>
internal struct FirstFault
{
    private string? _field;
    private string? _problem;

    /// <summary>Whether a fault was met.</summary>
    public readonly bool Any => _field is not null;

    /// <summary>The fault; only where <see cref="Any"/>.</summary>
    public readonly InteractionError Error => new(_field!, _problem!);

    /// <summary>Takes a fault, unless an earlier one was met.</summary>
    public void Add(string field, string problem)
    {
        if (_field is null)
        {
            _field = field;
            _problem = problem;
        }
    }

    /// <summary>Takes a fault that was kept aside, unless an earlier one was met.</summary>
    public void Add(in FirstFault other)
    {
        if (_field is null)
        {
            _field = other._field;
            _problem = other._problem;
        }
    }
}
