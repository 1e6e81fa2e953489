using CxGrains.Domain;

namespace CxGrains.Cli.Import.Reporting;

/// <summary>Counts distinct customers by their fingerprints, up to a bound. Safe for several threads.</summary>
internal sealed class CustomerCount
{
    /// <summary>Customers that are counted; they take about 120 MB. More are "at least" so many.</summary>
    public const int CountMax = 5_000_000;

    private readonly HashSet<ulong> _seen = [];
    private readonly Lock _lock = new();

    /// <summary>Whether there were more than are counted.</summary>
    public bool IsAtLeast { get; private set; }

    /// <summary>Customers counted.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _seen.Count;
            }
        }
    }

    /// <summary>Counts a customer.</summary>
    public void Add(string? customer)
    {
        if (customer is null)
        {
            return;
        }

        var fingerprint = Fingerprint.Of(customer);
        lock (_lock)
        {
            if (_seen.Count < CountMax)
            {
                _seen.Add(fingerprint);
            }
            else
            {
                IsAtLeast |= !_seen.Contains(fingerprint);
            }
        }
    }
}
