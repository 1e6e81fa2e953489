using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Cluster.Customers;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

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

    /// <summary>Checks an answer that came past the web, and creates its survey where that is new; what is wrong with it, or null for nothing.</summary>
    public async ValueTask<string?> AdmitAsync(string workspace, Interaction interaction, SurveyAnswer answer)
    {
        if (_known.TryGetValue((workspace, answer.Survey), out var known))
        {
            // Metric and scale are all that is checked of a survey, and those stay.
            return AnswerAdmission.Fits(interaction, answer, Only(known), out _, out var misfit) ? null : misfit.ToString();
        }

        var defined = await definitions.OfAsync(workspace, CancellationToken.None);
        try
        {
            while (!AnswerAdmission.Fits(interaction, answer, defined, out var created, out var error))
            {
                if (created is null)
                {
                    return error.ToString();
                }

                // Noted here and not asked for again: another node may learn of it later.
                var survey = await definitions.EnsureSurveyAsync(workspace, created, CancellationToken.None);
                defined = defined with { Surveys = defined.Surveys.SetItem(survey.Id, survey) };
                _known[(workspace, survey.Id)] = SurveyOnWire.Of(survey);
            }
        }
        catch (InvalidFieldException full)
        {
            return full.Message;
        }

        return null;
    }

    /// <summary>The survey if it was ever met here; null otherwise.</summary>
    public SurveyOnWire? Known(string workspace, string survey) => _known.GetValueOrDefault((workspace, survey));

    private static WorkspaceDefinitions Only(SurveyOnWire survey) =>
        WorkspaceDefinitions.Empty with { Surveys = WorkspaceDefinitions.Empty.Surveys.SetItem(survey.Id, survey.ToDefinition()) };
}
