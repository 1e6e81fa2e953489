namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>What the simulation asks of dictionaries.</summary>
internal static class DictionaryExtensions
{
    /// <summary>The value of a key, made where there is none yet.</summary>
    public static TValue GetOrMake<TKey, TValue>(this Dictionary<TKey, TValue> values, TKey key, Func<TValue> make)
        where TKey : notnull
    {
        if (!values.TryGetValue(key, out var value))
        {
            values.Add(key, value = make());
        }

        return value;
    }
}
