using System.Globalization;

namespace CxGrains.Domain;

/// <summary>Where a record stands in its partition's log: a row, and a line within the row. Positions only increase.</summary>
/// <param name="Value">Row and line packed into one ordered number; 0 stands before the first record.</param>
public readonly record struct Position(long Value) : IComparable<Position>
{
    private const int LineBits = 16;

    /// <summary>Lines one row can hold, above every batch limit.</summary>
    public const int LinesMax = 1 << LineBits;

    /// <summary>Before the first record.</summary>
    public static readonly Position None;

    /// <summary>The log row, from 1.</summary>
    public long Row => Value >> LineBits;

    /// <summary>The line within the row, from 0.</summary>
    public int Line => (int)(Value & (LinesMax - 1));

    /// <summary>The position of a line in a row.</summary>
    /// <param name="row">From 1 to 2^47 - 1.</param>
    /// <param name="line">From 0 to <see cref="LinesMax"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Row or line is outside its range.</exception>
    public static Position At(long row, int line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, LinesMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, 1L << 47);
        return new Position((row << LineBits) | (uint)line);
    }

    /// <summary>The position of its text form.</summary>
    /// <exception cref="InvalidFieldException">The text has not the form <c>row.line</c>.</exception>
    public static Position Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < 1L << 47
            && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line < LinesMax
            ? At(row, line)
            : throw new InvalidFieldException("position", $"'{(text.Length <= 40 ? text : text[..40] + "…")}' has not the form row.line");
    }

    /// <inheritdoc/>
    public int CompareTo(Position other) => Value.CompareTo(other.Value);

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(Position left, Position right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> stands behind <paramref name="right"/>.</summary>
    public static bool operator >(Position left, Position right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> stands at or before <paramref name="right"/>.</summary>
    public static bool operator <=(Position left, Position right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> stands at or behind <paramref name="right"/>.</summary>
    public static bool operator >=(Position left, Position right) => left.Value >= right.Value;

    /// <summary>The form clients see: <c>row.line</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row}.{Line}");
}
