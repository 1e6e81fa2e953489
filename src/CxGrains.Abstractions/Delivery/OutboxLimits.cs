namespace CxGrains.Abstractions.Delivery;

/// <summary>The bounds of destinations and of what waits for them.</summary>
public static class OutboxLimits
{
    /// <summary>Destinations of a workspace.</summary>
    public const int DestinationsMax = 20;

    /// <summary>Characters of a destination's id.</summary>
    public const int DestinationIdCharsMax = 64;

    /// <summary>Characters of a destination's address on the web.</summary>
    public const int UrlCharsMax = 2_048;

    /// <summary>Addresses of one e-mail destination.</summary>
    public const int AddressesMax = 20;

    /// <summary>Messages that may wait for one destination; one more goes to the dead letters at once.</summary>
    public const int WaitingMax = 100_000;

    /// <summary>Dead letters kept for one destination; the oldest are let go.</summary>
    public const int DeadMax = 10_000;

    /// <summary>Delivered messages kept for one destination, with their attempts; the oldest are let go.</summary>
    public const int DeliveredMax = 1_000;

    /// <summary>Messages kept for one destination that were withdrawn; the oldest are let go.</summary>
    public const int WithdrawnMax = 1_000;

    /// <summary>Days for which what is finished is kept.</summary>
    public const int KeptDays = 30;

    /// <summary>Attempts of one message that are kept, the latest.</summary>
    public const int AttemptsKeptMax = 20;

    /// <summary>Characters kept of what an attempt was answered, or failed with.</summary>
    public const int ExcerptCharsMax = 4 * 1024;

    /// <summary>Hours for which an alert's id is remembered at least, an account's so long behind its window; it is as well until no replay can bring the alert again.</summary>
    public const int TakenHoursMin = 24;

    /// <summary>Messages in one page of deliveries.</summary>
    public const int PageMax = 100;

    /// <summary>Seconds between two looks at what need not be kept any more; until the next, there may be as much too much as comes meanwhile.</summary>
    public const int PruneSeconds = 60;

    /// <summary>Seconds for which a message is its sender's in a cluster; longer than any attempt takes.</summary>
    public const int LeaseSeconds = 60;

    /// <summary>How many finished messages of each state are kept for one destination.</summary>
    public static IReadOnlyList<(MessageState State, int Kept)> KeptOfDone { get; } =
        [(MessageState.Delivered, DeliveredMax), (MessageState.Dead, DeadMax), (MessageState.Withdrawn, WithdrawnMax)];
}
