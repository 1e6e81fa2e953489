namespace CxGrains.Domain.Journeys;

/// <summary>What happened at a stage. The numbers are stored; never renumber.</summary>
public enum JourneyStep : byte
{
    /// <summary>A customer entered it.</summary>
    Entered = 0,

    /// <summary>A customer moved on from it to a later stage.</summary>
    MovedOn = 1,

    /// <summary>A customer was dropped from it.</summary>
    Dropped = 2,

    /// <summary>A customer entered the last stage and so finished the journey: it moved on, but to no stage, and took no time.</summary>
    Finished = 3,

    /// <summary>A customer in it gave a CSAT answer.</summary>
    Csat = 4,

    /// <summary>A customer in it gave a CES answer.</summary>
    Ces = 5,
}
