namespace CxGrains.Host.Demo;

/// <summary>
/// Pseudo-random numbers that are the same on every machine and in every version of .NET, which <see cref="Random"/> does not promise.
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// </summary>
/// <param name="seed">Equal seeds give equal numbers.</param>
internal sealed class DemoRandom(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>A generator of its own for each part of a whole, so that one part's use does not shift another's numbers.</summary>
    public static DemoRandom Of(int seed, params ReadOnlySpan<long> part)
    {
        var state = Mix((ulong)seed + Golden);
        foreach (var number in part)
        {
            state = Mix(state ^ Mix((ulong)number + Golden));
        }

        return new DemoRandom(state);
    }

    /// <summary>From 0, below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="min"/>, below <paramref name="max"/>.</summary>
    public double Between(double min, double max) => min + ((max - min) * Unit());

    /// <summary>From <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Whole(int min, int max) => min + (int)(Unit() * (max - min + 1));

    /// <summary>True with a chance from 0 to 1.</summary>
    public bool Chance(double chance) => Unit() < chance;

    /// <summary>One of several, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[(int)(Unit() * items.Count)];

    /// <summary>The place of one of several weights, each as likely as its share.</summary>
    public int Weighted(params ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = Unit() * total;
        for (var index = 0; index < weights.Length - 1; index++)
        {
            left -= weights[index];
            if (left < 0)
            {
                return index;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>A waiting time with a mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Unit());

    private ulong Next() => Mix(_state += Golden);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
