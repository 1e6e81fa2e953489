using System.ComponentModel.DataAnnotations;

namespace CxGrains.Silo;

/// <summary>How this silo meets the others; configuration section <c>Silo</c>. Checked at start-up.</summary>
public sealed class SiloOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Silo";

    /// <summary>The name or address under which other silos reach this one. Default: the machine's own address.</summary>
    public string? AdvertisedHost { get; set; }

    /// <summary>The port for other silos, 1 to 65,535. Default 11,111.</summary>
    [Range(1, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The port for Orleans clients outside the silos, 0 to 65,535; 0 for none. Default 0: the web is in the silo.</summary>
    [Range(0, 65_535)]
    public int GatewayPort { get; set; }

    /// <summary>Seconds in which a silo must answer another's probe, 1 to 60, to begin with; what it answered in so far makes them less or more. Default 2.</summary>
    [Range(1, 60)]
    public int ProbeSeconds { get; set; } = 2;

    /// <summary>
    /// Seconds that may become at most, 1 to 240, and no less than <see cref="ProbeSeconds"/>. A silo that hangs is taken for dead after as
    /// many, times <see cref="ProbesMissedMax"/>, and a probe or two; one that stands still for shorter is not. Default 3.
    /// </summary>
    [Range(1, 240)]
    public int ProbeSecondsMax { get; set; } = 3;

    /// <summary>Probes in a row that a silo must miss for another to take it for dead, 1 to 20. Default 3.</summary>
    [Range(1, 20)]
    public int ProbesMissedMax { get; set; } = 3;

    /// <summary>Silos that must find another dead before it is, 1 to 10; where fewer are left, fewer are enough. Default 2.</summary>
    [Range(1, 10)]
    public int DeathVotes { get; set; } = 2;

    /// <summary>Seconds that a stop may take to commit and leave, 1 to 600. Default 60.</summary>
    [Range(1, 600)]
    public int DrainSecondsMax { get; set; } = 60;
}
