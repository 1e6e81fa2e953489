namespace CxGrains.Host.Demo.Behaviour;

/// <summary>How long things take.</summary>
/// <param name="StepSeconds">Mean time between two steps of a visit.</param>
/// <param name="HourSeconds">How long one hour of waiting (for a parcel, an answer, help) takes.</param>
internal readonly record struct DemoPace(double StepSeconds, double HourSeconds)
{
    /// <summary>As in life.</summary>
    public static readonly DemoPace Real = new(75, 3600);

    /// <summary>Hastened, so that one who watches sees a story end: an hour passes in 20 s.</summary>
    public static readonly DemoPace Live = new(6, 20);
}
