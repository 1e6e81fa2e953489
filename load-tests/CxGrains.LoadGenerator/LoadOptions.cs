namespace CxGrains.LoadGenerator;

/// <summary>What a measured run does.</summary>
internal sealed record LoadOptions
{
    /// <summary>Interactions of the measured load. Default 2,000,000.</summary>
    public int Events { get; init; } = 2_000_000;

    /// <summary>Customers they belong to. Default 100,000.</summary>
    public int Customers { get; init; } = 100_000;

    /// <summary>Interactions in one body. Default 1,000; at most the 10,000 that one request may hold.</summary>
    public int BodyEvents { get; init; } = 1_000;

    /// <summary>Connections that send. Default 4.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>Interactions sent before the measured load, so that the Host is as warm as the reference loop. Default 1,000,000.</summary>
    public int WarmUpEvents { get; init; } = 1_000_000;

    /// <summary>Seconds for which delays are measured. Default 20.</summary>
    public int DelaySeconds { get; init; } = 20;

    /// <summary>Seed of all randomness. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Mebibytes of bodies that are made before the clock starts; further ones are made while sending. Default 1,024.</summary>
    public int PreparedMebibytesMax { get; init; } = 1_024;

    /// <summary>Minutes after which the whole run is given up. Default 20.</summary>
    public int TimeoutMinutes { get; init; } = 20;
}
