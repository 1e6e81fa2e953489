using System.Numerics;
using System.Runtime.CompilerServices;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Customers;

/// <summary>
/// The UTC days on which a customer was active, one bit a day, over the <see cref="Limits.RhythmDaysMax"/> days up to the newest.
/// Which bits are set does not depend on the order of the activities.
/// </summary>
public struct ActiveDays
{
    private const int WordBits = 64;
    private const int WordsCount = Limits.RhythmDaysMax / WordBits;

    private Words _words;

    /// <summary>The newest active day, days since 1970-01-01; meaningless while empty.</summary>
    public int NewestDay { get; private set; }

    /// <summary>The words as stored, bit i of the whole standing for the day i before the newest.</summary>
    public static ActiveDays Restore(int newestDay, ReadOnlySpan<ulong> words)
    {
        var days = new ActiveDays { NewestDay = newestDay };
        words.CopyTo(days._words);
        return days;
    }

    /// <summary>How many words <see cref="CopyTo"/> writes.</summary>
    public static int StoredWords => WordsCount;

    /// <summary>Copies the words for storing.</summary>
    public readonly void CopyTo(Span<ulong> words) => ((ReadOnlySpan<ulong>)_words).CopyTo(words);

    /// <summary>Adds a day; one further back than the window has no effect.</summary>
    public void Add(int day)
    {
        if (_words[0] == 0)
        {
            NewestDay = day;
        }
        else if (day > NewestDay)
        {
            ShiftBack(day - NewestDay);
            NewestDay = day;
        }

        var age = NewestDay - day;
        if (age < Limits.RhythmDaysMax)
        {
            _words[age / WordBits] |= 1UL << (age % WordBits);
        }
    }

    /// <summary>Adds all days of another customer.</summary>
    public void Add(ActiveDays other)
    {
        for (var age = 0; age < Limits.RhythmDaysMax; age++)
        {
            if ((other._words[age / WordBits] & (1UL << (age % WordBits))) != 0)
            {
                Add(other.NewestDay - age);
            }
        }
    }

    /// <summary>How many of some days were active; those out of the window count as not.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="days">How many, from 0.</param>
    public readonly int CountOf(int fromDay, int days)
    {
        var count = 0;
        for (var day = fromDay; day < fromDay + days; day++)
        {
            var age = NewestDay - day;
            count += age is >= 0 and < Limits.RhythmDaysMax && (_words[age / WordBits] & (1UL << (age % WordBits))) != 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The rhythm these days show.</summary>
    /// <param name="lastActiveMs">The last activity, Unix milliseconds UTC.</param>
    public readonly Rhythm ToRhythm(long lastActiveMs)
    {
        var count = 0;
        var span = 0;
        for (var i = 0; i < WordsCount; i++)
        {
            var word = _words[i];
            if (word != 0)
            {
                count += BitOperations.PopCount(word);
                span = (i * WordBits) + BitOperations.Log2(word);
            }
        }

        return new Rhythm(count, span, count == 0 ? 0 : lastActiveMs);
    }

    private void ShiftBack(int days)
    {
        var (words, bits) = Math.DivRem(days, WordBits);
        for (var i = WordsCount - 1; i >= 0; i--)
        {
            var from = i - words;
            var high = from >= 0 ? _words[from] << bits : 0;
            var low = bits > 0 && from >= 1 ? _words[from - 1] >> (WordBits - bits) : 0;
            _words[i] = high | low;
        }
    }

    [InlineArray(WordsCount)]
    private struct Words
    {
        private ulong _first;
    }
}
