namespace CxGrains.Domain.Tickets;

/// <summary>
/// Durations by UTC day and bucket, bounded to the <see cref="Limits.TicketDaysMax"/> days up to the newest day ever added. Only
/// buckets that were hit take memory.
/// </summary>
/// <remarks>What lies before the bound is ignored by adding and by withdrawing alike, as in <see cref="Surveys.DayCounts"/>.</remarks>
public sealed class DayDurations
{
    private const int BucketBits = 8;

    // Keys are the day, then the bucket; both arrays are sorted by them.
    private int[] _keys = [];
    private int[] _counts = [];
    private int _length;

    /// <summary>The newest day ever added, withdrawn or not; <see cref="int.MinValue"/> where none was.</summary>
    public int NewestDay { get; private set; } = int.MinValue;

    /// <summary>Counts one duration.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="bucket">From <see cref="DurationBuckets"/>.</param>
    public void Add(int day, int bucket)
    {
        if (day > NewestDay)
        {
            NewestDay = day;
            DropExpired();
        }

        Change(day, bucket, 1);
    }

    /// <summary>Counts one duration less.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="bucket">From <see cref="DurationBuckets"/>.</param>
    public void Withdraw(int day, int bucket) => Change(day, bucket, -1);

    /// <summary>The durations of some days, by bucket.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public long[] Sum(int fromDay, int toDay)
    {
        var sums = new long[DurationBuckets.Count];
        for (var i = 0; i < _length; i++)
        {
            var day = _keys[i] >> BucketBits;
            if (day >= fromDay && day <= toDay)
            {
                sums[BucketOf(_keys[i])] += _counts[i];
            }
        }

        return sums;
    }

    /// <summary>Both together, as if all had been added to one. Associative and commutative.</summary>
    public static DayDurations Merge(DayDurations a, DayDurations b)
    {
        var merged = new DayDurations { NewestDay = Math.Max(a.NewestDay, b.NewestDay) };
        foreach (var part in new[] { a, b })
        {
            for (var i = 0; i < part._length; i++)
            {
                merged.Change(part._keys[i] >> BucketBits, BucketOf(part._keys[i]), part._counts[i]);
            }
        }

        return merged;
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write(NewestDay);
        writer.Write7BitEncodedInt(_length);
        var before = 0;
        for (var i = 0; i < _length; i++)
        {
            writer.Write7BitEncodedInt(_keys[i] - before);
            writer.Write7BitEncodedInt(_counts[i]);
            before = _keys[i];
        }
    }

    internal static DayDurations Decode(BinaryReader reader)
    {
        var durations = new DayDurations { NewestDay = reader.ReadInt32(), _length = reader.Read7BitEncodedInt() };
        durations._keys = new int[durations._length];
        durations._counts = new int[durations._length];
        var key = 0;
        for (var i = 0; i < durations._length; i++)
        {
            key += reader.Read7BitEncodedInt();
            durations._keys[i] = key;
            durations._counts[i] = reader.Read7BitEncodedInt();
        }

        return durations;
    }

    private static int BucketOf(int key) => key & ((1 << BucketBits) - 1);

    // Long arithmetic: the newest day may be the smallest integer there is.
    private bool IsExpired(int day) => day <= NewestDay - (long)Limits.TicketDaysMax;

    private void Change(int day, int bucket, int by)
    {
        if (IsExpired(day))
        {
            return;
        }

        var key = (day << BucketBits) | bucket;
        var index = Array.BinarySearch(_keys, 0, _length, key);
        if (index < 0)
        {
            index = ~index;
            Insert(index, key);
        }

        _counts[index] = checked(_counts[index] + by);
        if (_counts[index] == 0)
        {
            Remove(index, 1);
        }
    }

    private void Insert(int index, int key)
    {
        if (_length == _keys.Length)
        {
            var capacity = Math.Max(4, _length * 2);
            Array.Resize(ref _keys, capacity);
            Array.Resize(ref _counts, capacity);
        }

        Array.Copy(_keys, index, _keys, index + 1, _length - index);
        Array.Copy(_counts, index, _counts, index + 1, _length - index);
        _keys[index] = key;
        _counts[index] = 0;
        _length++;
    }

    private void DropExpired()
    {
        var expired = 0;
        while (expired < _length && IsExpired(_keys[expired] >> BucketBits))
        {
            expired++;
        }

        Remove(0, expired);
    }

    private void Remove(int index, int count)
    {
        _length -= count;
        Array.Copy(_keys, index + count, _keys, index, _length - index);
        Array.Copy(_counts, index + count, _counts, index, _length - index);
    }
}
