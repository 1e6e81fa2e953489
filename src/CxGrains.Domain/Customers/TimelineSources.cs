using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CxGrains.Domain.Customers;

/// <summary>
/// What timelines share: one <see cref="TimelineSource"/> for each combination, and labels that recur, both under numbers that take
/// a byte or two. Bounded; past the bounds an entry holds what it needs itself. Numbers are never stored. Safe for concurrent use; a
/// customer stays with the one it began with.
/// </summary>
public sealed class TimelineSources
{
    /// <summary>Combinations shared.</summary>
    public const int SourcesMax = 10_000;

    /// <summary>Labels shared.</summary>
    public const int LabelsMax = 10_000;

    [ThreadStatic]
    private static PackedWriter? _scratch;

    private readonly Lock _adding = new();
    private readonly ConcurrentDictionary<Key, TimelineSource> _sources = [];
    private readonly ConcurrentDictionary<string, int> _labels = new(StringComparer.Ordinal);
    private TimelineSource[] _sourceByNumber = [];
    private string[] _labelByNumber = [];
    private int _sourcesCount;
    private int _labelsCount;

    /// <summary>The shared instance of a combination.</summary>
    public TimelineSource Share(string type, string? channel, string? touchpoint, string? currency)
    {
        var key = new Key(type, channel, touchpoint, currency);
        return _sources.TryGetValue(key, out var source) ? source : Add(key);
    }

    /// <summary>Where entries are packed.</summary>
    internal static PackedWriter Scratch => _scratch ??= new PackedWriter();

    /// <summary>The number of a source; 0 where it is not one of those shared here.</summary>
    internal int NumberOf(TimelineSource source) =>
        source.Number > 0 && source.Number <= Volatile.Read(ref _sourcesCount) && ReferenceEquals(Source(source.Number), source) ? source.Number : 0;

    /// <summary>The source of a number from 1.</summary>
    internal TimelineSource Source(int number) => Volatile.Read(ref _sourceByNumber)[number - 1];

    /// <summary>The number of a label, given now where it has none; 0 where there is no room.</summary>
    internal int NumberOfLabel(string label) => _labels.TryGetValue(label, out var number) ? number : AddLabel(label);

    /// <summary>The label of a number from 1.</summary>
    internal string Label(int number) => Volatile.Read(ref _labelByNumber)[number - 1];

    private TimelineSource Add(Key key)
    {
        lock (_adding)
        {
            if (_sources.TryGetValue(key, out var known))
            {
                return known;
            }

            if (_sourcesCount == SourcesMax)
            {
                return new TimelineSource(key.Type, key.Channel, key.Touchpoint, key.Currency, 0);
            }

            var source = new TimelineSource(key.Type, key.Channel, key.Touchpoint, key.Currency, _sourcesCount + 1);
            Append(ref _sourceByNumber, ref _sourcesCount, source);
            _sources[key] = source;
            return source;
        }
    }

    private int AddLabel(string label)
    {
        // Full for good, and asked for every label that is not shared: no lock for that.
        if (Volatile.Read(ref _labelsCount) == LabelsMax)
        {
            return 0;
        }

        lock (_adding)
        {
            if (_labels.TryGetValue(label, out var number) || _labelsCount == LabelsMax)
            {
                return number;
            }

            Append(ref _labelByNumber, ref _labelsCount, label);
            return _labels[label] = _labelsCount;
        }
    }

    // Readers hold no lock: an item is in the array they see before its number is known to anyone.
    private static void Append<T>(ref T[] items, ref int count, T item)
    {
        var room = items;
        if (count == room.Length)
        {
            Array.Resize(ref room, Math.Max(16, 2 * count));
        }

        room[count] = item;
        Volatile.Write(ref items, room);
        Volatile.Write(ref count, count + 1);
    }

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
