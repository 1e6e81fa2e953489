namespace CxGrains.LoadGenerator.Events;

/// <summary>A plan's bodies: made before the clock starts as far as a bound on memory allows, and further ones when they are needed.</summary>
internal sealed class BodySource
{
    private readonly EventBodies _bodies;

    private BodySource(EventBodies bodies, IReadOnlyList<byte[]> prepared)
    {
        _bodies = bodies;
        Prepared = prepared;
    }

    /// <summary>The plan.</summary>
    public EventPlan Plan => _bodies.Plan;

    /// <summary>The bodies made, from the first.</summary>
    public IReadOnlyList<byte[]> Prepared { get; }

    /// <summary>Makes the first bodies of a plan.</summary>
    public static BodySource Prepare(EventPlan plan, long bytesMax, CancellationToken cancellationToken)
    {
        var bodies = new EventBodies(plan);
        var prepared = new List<byte[]>();
        for (var bytes = 0L; prepared.Count < plan.Bodies && bytes < bytesMax; bytes += prepared[^1].Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            prepared.Add(bodies.Make(prepared.Count));
        }

        return new BodySource(bodies, prepared);
    }

    /// <summary>A body. A prepared one is the same array each time: one sender at a time may have it.</summary>
    /// <param name="number">From 0.</param>
    public byte[] Take(int number) => number < Prepared.Count ? Prepared[number] : _bodies.Make(number);
}
