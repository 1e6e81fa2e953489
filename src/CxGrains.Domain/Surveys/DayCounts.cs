namespace CxGrains.Domain.Surveys;

/// <summary>
/// Counts per UTC day, in a fixed number of columns (one a score, say), bounded to the <see cref="Limits.ShardDaysMax"/> days up to
/// the newest day ever added. Only days with counts take memory: an import may reach back to 1997.
/// </summary>
/// <remarks>
/// What lies before the bound is ignored by adding and by withdrawing alike, so that the state depends on what was counted and
/// never on the order. Days are kept sorted in one array with their counts in another: events nearly always belong to the newest
/// day, found at once, and a day of its own is inserted only once.
/// </remarks>
public sealed class DayCounts
{
    private readonly int _columns;
    private int[] _days = [];
    private int[] _counts = [];
    private int _length;

    /// <summary>No counts.</summary>
    /// <param name="columns">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no column.</exception>
    public DayCounts(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        _columns = columns;
    }

    /// <summary>The newest day ever added, withdrawn or not; <see cref="int.MinValue"/> where none was.</summary>
    public int NewestDay { get; private set; } = int.MinValue;

    /// <summary>Days that take memory.</summary>
    public int DaysCount => _length;

    // Long arithmetic: the newest day may be the smallest integer there is.
    private bool IsExpired(int day) => day <= NewestDay - (long)Limits.ShardDaysMax;

    /// <summary>Counts one more, or several.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="column">From 0.</param>
    /// <param name="by">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public void Add(int day, int column, int by = 1)
    {
        if (day > NewestDay)
        {
            NewestDay = day;
            DropExpired();
        }

        Change(day, column, by);
    }

    /// <summary>Counts one less.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="column">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public void Withdraw(int day, int column) => Change(day, column, -1);

    /// <summary>The sums by column over some days.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public long[] Sum(int fromDay, int toDay)
    {
        var sums = new long[_columns];
        AddRange(sums, fromDay, toDay, 1);
        return sums;
    }

    /// <summary>The sums by column over the trailing window of each of the last days, oldest first.</summary>
    /// <param name="lastDay">The day the last window ends with.</param>
    /// <param name="days">How many windows, each ending a day after the one before.</param>
    /// <param name="windowDays">Days of a window, its last one included.</param>
    public IReadOnlyList<long[]> Trailing(int lastDay, int days, int windowDays)
    {
        var windows = new long[days][];
        var firstEnd = lastDay - days + 1;
        var sliding = Sum(firstEnd - windowDays + 1, firstEnd);
        for (var i = 0; i < days; i++)
        {
            if (i > 0)
            {
                var end = firstEnd + i;
                AddRange(sliding, end, end, 1);
                AddRange(sliding, end - windowDays, end - windowDays, -1);
            }

            windows[i] = (long[])sliding.Clone();
        }

        return windows;
    }

    /// <summary>Both together, as if all had been added to one.</summary>
    /// <exception cref="ArgumentException">They have different columns.</exception>
    public static DayCounts Merge(DayCounts a, DayCounts b)
    {
        if (a._columns != b._columns)
        {
            throw new ArgumentException($"Counts with {a._columns} and {b._columns} columns cannot be merged.", nameof(b));
        }

        var merged = new DayCounts(a._columns)
        {
            NewestDay = Math.Max(a.NewestDay, b.NewestDay),
            _days = new int[a._length + b._length],
            _counts = new int[(a._length + b._length) * a._columns],
        };
        for (int rowA = 0, rowB = 0; rowA < a._length || rowB < b._length;)
        {
            var dayA = rowA < a._length ? a._days[rowA] : int.MaxValue;
            var dayB = rowB < b._length ? b._days[rowB] : int.MaxValue;
            var day = Math.Min(dayA, dayB);
            merged.Append(day, day == dayA ? a.Row(rowA++) : [], day == dayB ? b.Row(rowB++) : []);
        }

        return merged;
    }

    /// <summary>The days before one as one holds them, and that day and those after it as the other does.</summary>
    /// <param name="older">Of the days before.</param>
    /// <param name="newer">Of the others; it has the same columns.</param>
    /// <param name="day">The first day that is taken from <paramref name="newer"/>.</param>
    internal static DayCounts Splice(DayCounts older, DayCounts newer, int day)
    {
        var spliced = new DayCounts(newer._columns)
        {
            NewestDay = Math.Max(older.NewestDay, newer.NewestDay),
            _days = new int[older._length + newer._length],
            _counts = new int[(older._length + newer._length) * newer._columns],
        };
        for (var row = 0; row < older._length && older._days[row] < day; row++)
        {
            spliced.Append(older._days[row], older.Row(row), []);
        }

        for (var row = 0; row < newer._length; row++)
        {
            if (newer._days[row] >= day)
            {
                spliced.Append(newer._days[row], newer.Row(row), []);
            }
        }

        return spliced;
    }

    /// <summary>The same counts with more columns, each day's filled in from those there are.</summary>
    internal DayCounts Widen(int columns, Action<Span<int>> fill)
    {
        var wide = new DayCounts(columns) { NewestDay = NewestDay, _days = [.. _days], _counts = new int[_days.Length * columns], _length = _length };
        for (var row = 0; row < _length; row++)
        {
            Row(row).CopyTo(wide.Row(row));
            fill(wide.Row(row));
        }

        return wide;
    }

    internal DayCounts Copy() => Merge(this, new DayCounts(_columns));

    internal void Encode(BinaryWriter writer)
    {
        writer.Write(NewestDay);
        writer.Write7BitEncodedInt(_length);
        var before = 0;
        for (var row = 0; row < _length; row++)
        {
            writer.Write7BitEncodedInt(_days[row] - before);
            before = _days[row];
            foreach (var count in Row(row))
            {
                writer.Write7BitEncodedInt(count);
            }
        }
    }

    internal static DayCounts Decode(BinaryReader reader, int columns)
    {
        var counts = new DayCounts(columns) { NewestDay = reader.ReadInt32() };
        var length = reader.Read7BitEncodedInt();
        counts._days = new int[length];
        counts._counts = new int[length * columns];
        counts._length = length;
        var day = 0;
        for (var row = 0; row < length; row++)
        {
            day += reader.Read7BitEncodedInt();
            counts._days[row] = day;
            foreach (ref var count in counts.Row(row))
            {
                count = reader.Read7BitEncodedInt();
            }
        }

        return counts;
    }

    private Span<int> Row(int row) => _counts.AsSpan(row * _columns, _columns);

    // The row of a day, or the complement of where it belongs.
    private int RowOf(int day) =>
        _length > 0 && _days[_length - 1] == day ? _length - 1 : Array.BinarySearch(_days, 0, _length, day);

    private void Change(int day, int column, int by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, _columns);
        if (IsExpired(day))
        {
            return;
        }

        var row = FindOrInsert(day);
        var counts = Row(row);
        counts[column] = checked(counts[column] + by);
        if (!counts.ContainsAnyExcept(0))
        {
            Remove(row, 1);
        }
    }

    // Adds the last day, where it has counts left; there must be room. An absent row is empty.
    private void Append(int day, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var sums = Row(_length);
        sums.Clear();
        AddTo(sums, first);
        AddTo(sums, second);
        _days[_length] = day;
        _length += IsExpired(day) || !sums.ContainsAnyExcept(0) ? 0 : 1;
    }

    private static void AddTo(Span<int> sums, ReadOnlySpan<int> counts)
    {
        for (var column = 0; column < counts.Length; column++)
        {
            sums[column] = checked(sums[column] + counts[column]);
        }
    }

    private void AddRange(long[] sums, int fromDay, int toDay, int sign)
    {
        var first = RowOf(fromDay);
        for (var row = first < 0 ? ~first : first; row < _length && _days[row] <= toDay; row++)
        {
            var counts = Row(row);
            for (var column = 0; column < _columns; column++)
            {
                sums[column] += sign * counts[column];
            }
        }
    }

    private int FindOrInsert(int day)
    {
        var row = RowOf(day);
        if (row >= 0)
        {
            return row;
        }

        row = ~row;
        if (_length == _days.Length)
        {
            var capacity = Math.Max(4, _length * 2);
            Array.Resize(ref _days, capacity);
            Array.Resize(ref _counts, capacity * _columns);
        }

        Array.Copy(_days, row, _days, row + 1, _length - row);
        Array.Copy(_counts, row * _columns, _counts, (row + 1) * _columns, (_length - row) * _columns);
        _days[row] = day;
        _length++;
        Row(row).Clear();
        return row;
    }

    private void DropExpired()
    {
        var expired = 0;
        while (expired < _length && IsExpired(_days[expired]))
        {
            expired++;
        }

        Remove(0, expired);
    }

    private void Remove(int row, int rows)
    {
        if (rows == 0)
        {
            return;
        }

        _length -= rows;
        Array.Copy(_days, row + rows, _days, row, _length - row);
        Array.Copy(_counts, (row + rows) * _columns, _counts, row * _columns, (_length - row) * _columns);
    }
}
