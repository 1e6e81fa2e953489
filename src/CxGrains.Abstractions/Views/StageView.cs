namespace CxGrains.Abstractions.Views;

/// <summary>
/// What became of the customers that entered a stage in the window: <see cref="Entered"/> is <see cref="MovedOn"/>, <see cref="Dropped"/>
/// and <see cref="InIt"/> together, always. A segment's are those that were in the segment when they entered.
/// </summary>
public sealed record StageView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Customers that entered in the window. Who skipped the stage did not enter it.</summary>
    public required long Entered { get; init; }

    /// <summary>Of them, those that moved on to a later stage; in the last stage all, for they have finished.</summary>
    public required long MovedOn { get; init; }

    /// <summary>Of them, those that stayed longer than the journey's days.</summary>
    public required long Dropped { get; init; }

    /// <summary>Of them, those that are still there.</summary>
    public required long InIt { get; init; }

    /// <summary>All that are there now, whenever they entered; 0 in the last stage.</summary>
    public required long InItNow { get; init; }

    /// <summary>Of those that left, the percent that was dropped, 0 to 100; absent where nobody left.</summary>
    public double? DropPercent { get; init; }

    /// <summary>How long those that moved on had stayed.</summary>
    public required StageTimeView TimeInStage { get; init; }

    /// <summary>CSAT of the answers given in the stage.</summary>
    public required CsatView Csat { get; init; }

    /// <summary>CES of the answers given in the stage, their mean.</summary>
    public required CesView Ces { get; init; }

    /// <summary>How much it hurts, 0 to 1: 1 - (1 - dropped)(1 - unhappy), each share taken at the lower end of its 95 % interval.</summary>
    public required double Pain { get; init; }
}
