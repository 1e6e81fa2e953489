using CxGrains.Domain.Log;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Log;

/// <summary>What one caller wants made durable in one piece.</summary>
internal sealed class LogRequest
{
    private readonly TaskCompletionSource<long> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The row to append; null for none.</summary>
    public LogRow? Row { get; init; }

    /// <summary>The row's bytes, rented; null for none.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Bytes used of <see cref="Bytes"/>.</summary>
    public int Length { get; init; }

    /// <summary>Further changes in the same transaction; null for none.</summary>
    public Action<Database>? Change { get; init; }

    /// <summary>Done once that is durable, outside any transaction, while all others wait; null for nothing.</summary>
    public Action<Database>? Afterwards { get; init; }

    /// <summary>Called with the row's number once it is durable, in the order of the log; must not throw.</summary>
    public Action<long>? Committed { get; init; }

    /// <summary>The row's number, or 0 without a row.</summary>
    public Task<long> Done => _done.Task;

    /// <summary>The number given, before it is durable.</summary>
    public long Number { get; set; }

    /// <summary>Tells the caller that all is durable.</summary>
    public void Complete() => _done.TrySetResult(Number);

    /// <summary>Tells the caller that nothing was written.</summary>
    public void Fail(Exception error) => _done.TrySetException(error);
}
