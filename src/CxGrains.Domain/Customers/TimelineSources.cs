namespace CxGrains.Domain.Customers;

/// <summary>Shares one <see cref="TimelineSource"/> for each combination. Bounded; past the bound a combination is not shared. One thread.</summary>
public sealed class TimelineSources
{
    /// <summary>Combinations shared.</summary>
    public const int SourcesMax = 10_000;

    private readonly Dictionary<Key, TimelineSource> _sources = [];

    /// <summary>The shared instance of a combination.</summary>
    public TimelineSource Share(string type, string? channel, string? touchpoint, string? currency)
    {
        var key = new Key(type, channel, touchpoint, currency);
        if (_sources.TryGetValue(key, out var source))
        {
            return source;
        }

        source = new TimelineSource(type, channel, touchpoint, currency);
        if (_sources.Count < SourcesMax)
        {
            _sources.Add(key, source);
        }

        return source;
    }

    // Names are shared instances nearly always (NamePool), so that identity stands for equality, and hashing reads no text.
    private readonly record struct Key(string Type, string? Channel, string? Touchpoint, string? Currency)
    {
        public bool Equals(Key other) =>
            ReferenceEquals(Type, other.Type) && ReferenceEquals(Channel, other.Channel)
            && ReferenceEquals(Touchpoint, other.Touchpoint) && ReferenceEquals(Currency, other.Currency);

        public override int GetHashCode() => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Type),
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Channel),
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Touchpoint),
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Currency));
    }
}
