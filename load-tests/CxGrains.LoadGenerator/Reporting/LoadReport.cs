using CxGrains.LoadGenerator.Live;
using CxGrains.LoadGenerator.Memory;
using CxGrains.LoadGenerator.Reference;
using CxGrains.LoadGenerator.Sending;

namespace CxGrains.LoadGenerator.Reporting;

/// <summary>All figures of one run.</summary>
internal sealed record LoadReport
{
    private const double RatioMin = 0.25;
    private const double DelayP99MsBelow = 250;
    private const double CustomerBytesMax = 2048;
    private const double ReadySecondsBelow = 3;

    /// <summary>The day of the run, UTC.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The machine.</summary>
    public required Machine Machine { get; init; }

    /// <summary>What was run.</summary>
    public required LoadOptions Options { get; init; }

    /// <summary>Bodies made before the clock started; further ones were made while sending.</summary>
    public required int PreparedBodies { get; init; }

    /// <summary>The reference loop.</summary>
    public required ReferenceFigures Reference { get; init; }

    /// <summary>The measured load.</summary>
    public required SendFigures Ingest { get; init; }

    /// <summary>The delay to the dashboard.</summary>
    public required DelayRunFigures Delay { get; init; }

    /// <summary>Memory of the state, by interactions a customer.</summary>
    public required IReadOnlyList<MemoryFigures> Memory { get; init; }

    /// <summary>Memory of the Host's process.</summary>
    public required ResidentFigures Resident { get; init; }

    /// <summary>Restarts.</summary>
    public required RestartFigures Restart { get; init; }

    /// <summary>Ingest's rate as a share of the reference loop's.</summary>
    public double Ratio => Ingest.EventsPerSecond / Reference.EventsPerSecond;

    /// <summary>What is held to a target.</summary>
    public IReadOnlyList<Target> Targets =>
    [
        new("Durable, applied ingest over HTTP, as a share of the reference loop", $"{Ratio:F3}", $"at least {RatioMin}", Ratio >= RatioMin),
        new("Delay to the dashboard at half that load, p99", $"{Delay.Customer.P99Ms:F0} ms", $"below {DelayP99MsBelow} ms", Delay.Customer.P99Ms < DelayP99MsBelow),
        .. Memory.Select(figures => new Target(
            $"State in memory, {figures.EventsEach} interactions a customer", $"{figures.BytesPerCustomer:F0} B a customer", $"at most {CustomerBytesMax} B", figures.BytesPerCustomer <= CustomerBytesMax)),
        new($"Ready after a stop, {Restart.Customers:N0} customers", $"{Restart.ReadySeconds:F2} s", $"below {ReadySecondsBelow} s", Restart.ReadySeconds < ReadySecondsBelow),
        new($"Ready after a kill right behind {Restart.KilledEvents:N0} interactions", $"{Restart.ReadyAfterKillSeconds:F2} s", $"below {ReadySecondsBelow} s", Restart.ReadyAfterKillSeconds < ReadySecondsBelow),
    ];
}
