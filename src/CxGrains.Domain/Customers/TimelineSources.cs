using System.Runtime.CompilerServices;

namespace CxGrains.Domain.Customers;

/// <summary>
/// What timelines share: one <see cref="TimelineSource"/> for each combination, and labels that recur, both under numbers that take
/// a byte or two. Bounded; past the bounds an entry holds what it needs itself. Numbers are never stored. One thread.
/// </summary>
public sealed class TimelineSources
{
    /// <summary>Combinations shared.</summary>
    public const int SourcesMax = 10_000;

    /// <summary>Labels shared.</summary>
    public const int LabelsMax = 10_000;

    private readonly Dictionary<Key, TimelineSource> _sources = [];
    private readonly List<TimelineSource> _sourceByNumber = [];
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly List<string> _labelByNumber = [];

    /// <summary>The shared instance of a combination.</summary>
    public TimelineSource Share(string type, string? channel, string? touchpoint, string? currency)
    {
        var key = new Key(type, channel, touchpoint, currency);
        if (_sources.TryGetValue(key, out var source))
        {
            return source;
        }

        if (_sources.Count == SourcesMax)
        {
            return new TimelineSource(type, channel, touchpoint, currency, 0);
        }

        source = new TimelineSource(type, channel, touchpoint, currency, _sources.Count + 1);
        _sources.Add(key, source);
        _sourceByNumber.Add(source);
        return source;
    }

    /// <summary>Where entries are packed.</summary>
    internal PackedWriter Scratch { get; } = new();

    /// <summary>The number of a source; 0 where it is not one of those shared here.</summary>
    internal int NumberOf(TimelineSource source) =>
        source.Number > 0 && source.Number <= _sourceByNumber.Count && ReferenceEquals(Source(source.Number), source) ? source.Number : 0;

    /// <summary>The source of a number from 1.</summary>
    internal TimelineSource Source(int number) => _sourceByNumber[number - 1];

    /// <summary>The number of a label, given now where it has none; 0 where there is no room.</summary>
    internal int NumberOfLabel(string label)
    {
        if (_labels.TryGetValue(label, out var number) || _labels.Count == LabelsMax)
        {
            return number;
        }

        _labelByNumber.Add(label);
        _labels.Add(label, _labelByNumber.Count);
        return _labelByNumber.Count;
    }

    /// <summary>The label of a number from 1.</summary>
    internal string Label(int number) => _labelByNumber[number - 1];

    // Names are shared instances nearly always (NamePool), so that identity stands for equality, and hashing reads no text.
    private readonly record struct Key(string Type, string? Channel, string? Touchpoint, string? Currency)
    {
        public bool Equals(Key other) =>
            ReferenceEquals(Type, other.Type) && ReferenceEquals(Channel, other.Channel)
            && ReferenceEquals(Touchpoint, other.Touchpoint) && ReferenceEquals(Currency, other.Currency);

        public override int GetHashCode() => HashCode.Combine(
            RuntimeHelpers.GetHashCode(Type), RuntimeHelpers.GetHashCode(Channel), RuntimeHelpers.GetHashCode(Touchpoint), RuntimeHelpers.GetHashCode(Currency));
    }
}
