namespace CxGrains.Domain.Customers;

/// <summary>What recurs between timeline entries; entries alike share one instance nearly always.</summary>
/// <param name="type">The interaction's type.</param>
/// <param name="channel">Channel.</param>
/// <param name="touchpoint">Touchpoint.</param>
/// <param name="currency">Currency of the value.</param>
/// <param name="number">The number under which <see cref="TimelineSources"/> finds it, from 1; 0 where it is not shared.</param>
public sealed class TimelineSource(string type, string? channel, string? touchpoint, string? currency, int number)
{
    /// <summary>The interaction's type.</summary>
    public string Type { get; } = type;

    /// <summary>Channel.</summary>
    public string? Channel { get; } = channel;

    /// <summary>Touchpoint.</summary>
    public string? Touchpoint { get; } = touchpoint;

    /// <summary>Currency of the value.</summary>
    public string? Currency { get; } = currency;

    internal int Number { get; } = number;
}
