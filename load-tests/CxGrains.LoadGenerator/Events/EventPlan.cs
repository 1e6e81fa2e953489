namespace CxGrains.LoadGenerator.Events;

/// <summary>What the interactions of a run look like as a whole.</summary>
internal sealed record EventPlan
{
    /// <summary>Interactions in all.</summary>
    public required long Events { get; init; }

    /// <summary>Customers they belong to.</summary>
    public required int Customers { get; init; }

    /// <summary>Interactions in one body; the last body may hold fewer.</summary>
    public required int BodyEvents { get; init; }

    /// <summary>Seed of all randomness.</summary>
    public required int Seed { get; init; }

    /// <summary>The time of the last interaction; the others lie before it, in order, with some late ones.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How far back the first one lies. Default 30 days.</summary>
    public TimeSpan Span { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Whether customers take strict turns. Otherwise half of the interactions do, so that everyone is met, a quarter goes to
    /// customers drawn evenly, and a quarter to few customers often.
    /// </summary>
    public bool InTurnOnly { get; init; }

    /// <summary>Bodies in all.</summary>
    public int Bodies => (int)((Events + BodyEvents - 1) / BodyEvents);

    /// <summary>Interactions in one of the bodies.</summary>
    public int EventsIn(int body) => (int)Math.Min(BodyEvents, Events - ((long)body * BodyEvents));

    /// <summary>Interactions in the first of the bodies together.</summary>
    public long EventsInFirst(int bodies) => Math.Min(Events, (long)bodies * BodyEvents);
}
