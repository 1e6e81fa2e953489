using System.Buffers;

namespace CxGrains.LoadGenerator.Events;

/// <summary>Makes the NDJSON bodies of a plan. Each body depends on the plan and its own number alone, so any can be made at any time.</summary>
internal sealed class EventBodies(EventPlan plan)
{
    /// <summary>The tag of ids as made.</summary>
    public const int FirstTag = 0;

    private const long BytesPerEventGuess = 256;

    // A prime, so that customers in turn are not neighbours; it must not divide the number of customers.
    private const long Stride = 1_000_003;
    private const int BodySeedFactor = 7_919;
    private static readonly TimeSpan LatenessMax = TimeSpan.FromMinutes(10);

    /// <summary>The plan.</summary>
    public EventPlan Plan => plan;

    /// <summary>Makes one body.</summary>
    /// <param name="body">Its number, from 0.</param>
    public byte[] Make(int body)
    {
        var random = new Random(unchecked((plan.Seed * BodySeedFactor) + body));
        var count = plan.EventsIn(body);
        var buffer = new ArrayBufferWriter<byte>((int)(count * BytesPerEventGuess));
        using var writer = new EventWriter(buffer, random);
        for (var i = 0; i < count; i++)
        {
            var number = ((long)body * plan.BodyEvents) + i;
            writer.Write(LineLayout.Id(FirstTag, number), CustomerOf(number, random), TimeOf(number, random));
        }

        return buffer.WrittenSpan.ToArray();
    }

    private int CustomerOf(long number, Random random)
    {
        if (plan.InTurnOnly || number % 2 == 0)
        {
            var turn = plan.InTurnOnly ? number : number / 2;
            return (int)(turn * Stride % plan.Customers);
        }

        var share = random.NextDouble();
        return (int)(plan.Customers * (random.Next(2) == 0 ? share : share * share * share));
    }

    private DateTimeOffset TimeOf(long number, Random random)
    {
        var behind = plan.Span * ((plan.Events - 1 - number) / (double)plan.Events);
        return plan.Until - behind - (LatenessMax * random.NextDouble());
    }
}
