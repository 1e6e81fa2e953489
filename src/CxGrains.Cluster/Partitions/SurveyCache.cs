using CxGrains.Abstractions.Definitions;
using CxGrains.Cluster.Customers;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Surveys as defined, for folding answers. Metric and scale never change once defined, and an answer is accepted only after its
/// survey is defined, so that what was found once is good for ever.
/// </summary>
internal sealed class SurveyCache(IDefinitions definitions)
{
    private readonly Dictionary<(string Workspace, string Survey), SurveyOnWire> _known = [];

    /// <summary>The survey; null where it is not defined.</summary>
    public async ValueTask<SurveyOnWire?> FindAsync(string workspace, string survey)
    {
        if (_known.TryGetValue((workspace, survey), out var known))
        {
            return known;
        }

        if ((await definitions.OfAsync(workspace, CancellationToken.None)).Surveys.GetValueOrDefault(survey) is not { } found)
        {
            return null;
        }

        return _known[(workspace, survey)] = SurveyOnWire.Of(found);
    }

    /// <summary>The survey if it was ever met here; null otherwise.</summary>
    public SurveyOnWire? Known(string workspace, string survey) => _known.GetValueOrDefault((workspace, survey));
}
