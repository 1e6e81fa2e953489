namespace CxGrains.Domain.Settings;

/// <summary>What holds for a customer that never spoke of consent.</summary>
public enum ConsentDefault
{
    /// <summary>It is taken to consent.</summary>
    Granted = 0,

    /// <summary>It is taken not to.</summary>
    Denied = 1,
}
