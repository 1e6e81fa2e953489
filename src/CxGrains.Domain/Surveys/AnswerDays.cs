using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Surveys;

/// <summary>
/// Answers per UTC day over all surveys of a metric, for workspaces and segments. Scales may be mixed, so that only what they
/// have in common is counted: NPS categories, CSAT top-2-box, CES answers on a scale of 7. Ratings have nothing in common and are ignored.
/// </summary>
public sealed class AnswerDays
{
    private const int Promoters = 0;
    private const int Passives = 1;
    private const int Detractors = 2;
    private const int Satisfied = 0;
    private const int Unsatisfied = 1;

    private readonly DayCounts _nps;
    private readonly DayCounts _csat;
    private readonly DayCounts _ces;

    /// <summary>No answers.</summary>
    public AnswerDays()
        : this(new DayCounts(3), new DayCounts(2), new DayCounts(CesScore.Scale))
    {
    }

    private AnswerDays(DayCounts nps, DayCounts csat, DayCounts ces)
    {
        _nps = nps;
        _csat = csat;
        _ces = ces;
    }

    /// <summary>Counts an answer.</summary>
    /// <param name="metric">Its survey's metric.</param>
    /// <param name="score">On its survey's scale.</param>
    /// <param name="scale">Its survey's scale.</param>
    /// <param name="day">The UTC day of the answer, as days since 1970-01-01.</param>
    /// <exception cref="ArgumentOutOfRangeException">A CSAT or CES score is outside its scale.</exception>
    public void Add(SurveyMetric metric, int score, int scale, int day)
    {
        var (counts, column) = Find(metric, score, scale);
        counts?.Add(day, column);
    }

    /// <summary>Takes back an answer exactly as it was added.</summary>
    /// <param name="metric">Its survey's metric.</param>
    /// <param name="score">On its survey's scale.</param>
    /// <param name="scale">Its survey's scale.</param>
    /// <param name="day">The UTC day of the answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A CSAT or CES score is outside its scale.</exception>
    public void Withdraw(SurveyMetric metric, int score, int scale, int day)
    {
        var (counts, column) = Find(metric, score, scale);
        counts?.Withdraw(day, column);
    }

    /// <summary>The NPS of some days, both ends included; null without answers.</summary>
    public NpsScore? Nps(int fromDay, int toDay) => NpsOf(_nps.Sum(fromDay, toDay));

    /// <summary>The CSAT of some days, both ends included; null without answers.</summary>
    public CsatScore? Csat(int fromDay, int toDay) => CsatOf(_csat.Sum(fromDay, toDay));

    /// <summary>The CES of some days, both ends included; null without answers.</summary>
    public CesScore? Ces(int fromDay, int toDay) => CesOf(_ces.Sum(fromDay, toDay));

    /// <summary>The NPS in the trailing window of each of the last days, oldest first; null for a window without answers.</summary>
    /// <param name="lastDay">The day the last window ends with.</param>
    /// <param name="days">How many windows.</param>
    /// <param name="windowDays">Days of a window, its last one included.</param>
    public IReadOnlyList<NpsScore?> NpsTrailing(int lastDay, int days, int windowDays) =>
        [.. _nps.Trailing(lastDay, days, windowDays).Select(NpsOf)];

    /// <summary>The CSAT in the trailing window of each of the last days, oldest first; null for a window without answers.</summary>
    /// <param name="lastDay">The day the last window ends with.</param>
    /// <param name="days">How many windows.</param>
    /// <param name="windowDays">Days of a window, its last one included.</param>
    public IReadOnlyList<CsatScore?> CsatTrailing(int lastDay, int days, int windowDays) =>
        [.. _csat.Trailing(lastDay, days, windowDays).Select(CsatOf)];

    /// <summary>The CES in the trailing window of each of the last days, oldest first; null for a window without answers.</summary>
    /// <param name="lastDay">The day the last window ends with.</param>
    /// <param name="days">How many windows.</param>
    /// <param name="windowDays">Days of a window, its last one included.</param>
    public IReadOnlyList<CesScore?> CesTrailing(int lastDay, int days, int windowDays) =>
        [.. _ces.Trailing(lastDay, days, windowDays).Select(CesOf)];

    /// <summary>Both together. Associative and commutative.</summary>
    public static AnswerDays Merge(AnswerDays a, AnswerDays b) =>
        new(DayCounts.Merge(a._nps, b._nps), DayCounts.Merge(a._csat, b._csat), DayCounts.Merge(a._ces, b._ces));

    /// <summary>The days before one as they were at an earlier look, and the others as they are now: what is there without answers that came late.</summary>
    /// <param name="earlier">Of the earlier look.</param>
    /// <param name="now">Of now.</param>
    /// <param name="day">The first day that is taken from <paramref name="now"/>, as days since 1970-01-01.</param>
    public static AnswerDays Splice(AnswerDays earlier, AnswerDays now, int day) => new(
        DayCounts.Splice(earlier._nps, now._nps, day), DayCounts.Splice(earlier._csat, now._csat, day), DayCounts.Splice(earlier._ces, now._ces, day));

    internal void Encode(BinaryWriter writer)
    {
        _nps.Encode(writer);
        _csat.Encode(writer);
        _ces.Encode(writer);
    }

    internal static AnswerDays Decode(BinaryReader reader) =>
        new(DayCounts.Decode(reader, 3), DayCounts.Decode(reader, 2), DayCounts.Decode(reader, CesScore.Scale));

    private static NpsScore? NpsOf(long[] counts)
    {
        var (promoters, passives, detractors) = (counts[Promoters], counts[Passives], counts[Detractors]);
        return promoters + passives + detractors == 0 ? null : new NpsScore(promoters, passives, detractors);
    }

    private static CsatScore? CsatOf(long[] counts)
    {
        var responses = counts[Satisfied] + counts[Unsatisfied];
        return responses == 0 ? null : new CsatScore(counts[Satisfied], responses);
    }

    private static CesScore? CesOf(long[] counts) => counts.Sum() == 0 ? null : new CesScore(counts);

    private (DayCounts? Counts, int Column) Find(SurveyMetric metric, int score, int scale) => metric switch
    {
        SurveyMetric.Nps => (_nps, score >= NpsScore.PromoterMin ? Promoters : score > NpsScore.DetractorMax ? Passives : Detractors),
        SurveyMetric.Csat => (_csat, CsatScore.IsSatisfied(score, scale) ? Satisfied : Unsatisfied),
        SurveyMetric.Ces when scale == CesScore.Scale => (_ces, score - 1),
        _ => (null, 0),
    };
}
