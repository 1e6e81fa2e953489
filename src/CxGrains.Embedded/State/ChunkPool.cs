using System.Collections.Concurrent;

namespace CxGrains.Embedded.State;

/// <summary>
/// The memory of checkpoint images, used again by the next. An image holds tens of megabytes for about a second: made anew each
/// time, the collector would find it alive and copy it while everyone waits. Arrays of this size it never copies, and collects in
/// its dearest round only, so that they must not be made often.
/// </summary>
internal sealed class ChunkPool
{
    /// <summary>Bytes of a chunk.</summary>
    public const int ChunkBytes = 256 * 1024;

    private readonly ConcurrentBag<byte[]> _free = [];

    /// <summary>A chunk, with whatever it held before.</summary>
    public byte[] Take() => _free.TryTake(out var chunk) ? chunk : GC.AllocateUninitializedArray<byte>(ChunkBytes);

    /// <summary>Takes a chunk back.</summary>
    public void Return(byte[] chunk) => _free.Add(chunk);

    /// <summary>Leaves what is free to the collector: while nothing changes nothing is saved.</summary>
    public void Clear() => _free.Clear();
}
