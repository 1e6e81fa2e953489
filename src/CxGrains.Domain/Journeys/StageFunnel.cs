using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Journeys;

/// <summary>One stage's counts by the UTC day of entering.</summary>
public sealed class StageFunnel
{
    internal const int SatisfiedColumn = 0;
    internal const int UnsatisfiedColumn = 1;

    private const int CsatColumns = 2;
    private const int FlowColumns = 3;

    private readonly DayCounts _flow;
    private readonly DayCounts _times;
    private readonly DayCounts _csat;
    private readonly DayCounts _ces;

    /// <summary>Nobody entered yet.</summary>
    public StageFunnel()
        : this(new DayCounts(FlowColumns), new DayCounts(StageTimes.BucketsCount), new DayCounts(CsatColumns), new DayCounts(CesScore.Scale))
    {
    }

    private StageFunnel(DayCounts flow, DayCounts times, DayCounts csat, DayCounts ces)
    {
        _flow = flow;
        _times = times;
        _csat = csat;
        _ces = ces;
    }

    /// <summary>Who entered in some days, and what became of them.</summary>
    /// <param name="fromDay">The first day, included.</param>
    /// <param name="toDay">The last day, included.</param>
    public StageCounts Window(int fromDay, int toDay)
    {
        var flow = _flow.Sum(fromDay, toDay);
        var csat = _csat.Sum(fromDay, toDay);
        var ces = _ces.Sum(fromDay, toDay);
        return new StageCounts(
            flow[(int)JourneyStep.Entered],
            flow[(int)JourneyStep.MovedOn],
            flow[(int)JourneyStep.Dropped],
            new StageTimes(_times.Sum(fromDay, toDay)),
            csat.Sum() == 0 ? null : new CsatScore(csat[SatisfiedColumn], csat.Sum()),
            ces.Sum() == 0 ? null : new CesScore(ces));
    }

    internal void Take(JourneyContribution contribution)
    {
        switch (contribution.Step)
        {
            case JourneyStep.Csat:
                _csat.Add(contribution.Day, contribution.Value);
                break;
            case JourneyStep.Ces:
                _ces.Add(contribution.Day, contribution.Value);
                break;
            case JourneyStep.Finished:
                _flow.Add(contribution.Day, (int)JourneyStep.MovedOn);
                break;
            case JourneyStep.MovedOn:
                _flow.Add(contribution.Day, (int)JourneyStep.MovedOn);
                _times.Add(contribution.Day, contribution.Value);
                break;
            default:
                _flow.Add(contribution.Day, (int)contribution.Step);
                break;
        }
    }

    internal static StageFunnel Merge(StageFunnel a, StageFunnel b) => new(
        DayCounts.Merge(a._flow, b._flow), DayCounts.Merge(a._times, b._times), DayCounts.Merge(a._csat, b._csat), DayCounts.Merge(a._ces, b._ces));

    internal void Encode(BinaryWriter writer)
    {
        _flow.Encode(writer);
        _times.Encode(writer);
        _csat.Encode(writer);
        _ces.Encode(writer);
    }

    internal static StageFunnel Decode(BinaryReader reader) => new(
        DayCounts.Decode(reader, FlowColumns),
        DayCounts.Decode(reader, StageTimes.BucketsCount),
        DayCounts.Decode(reader, CsatColumns),
        DayCounts.Decode(reader, CesScore.Scale));
}
