namespace CxGrains.Client;

/// <summary>How a client sends.</summary>
public sealed class CxClientOptions
{
    /// <summary>Where the server is, such as <c>https://cx.example.com</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>A key with the scope <c>ingest</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Interactions of one request. Default 500; from 1 to 10,000.</summary>
    public int BatchMax { get; init; } = 500;

    /// <summary>How long an interaction waits for others at most. Default 1 s.</summary>
    public TimeSpan FlushEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Interactions that wait in memory at most. Default 10,000; from 1.</summary>
    public int QueueMax { get; init; } = 10_000;

    /// <summary>Attempts for one batch before it is given up. Default 12; from 1.</summary>
    public int AttemptsMax { get; init; } = 12;

    /// <summary>The time before the second attempt; it doubles with each. Default 200 ms.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The time between two attempts at most, unless the server asks for more. Default 30 s.</summary>
    public TimeSpan BackoffMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hears of interactions that the server refuses. Default null: they are passed over.</summary>
    public Action<Rejection>? OnRejected { get; init; }

    /// <summary>Hears of batches that are given up: they are not sent. Default null: the next flush throws.</summary>
    public Action<IReadOnlyList<Interaction>, CxClientException>? OnFailed { get; init; }

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
