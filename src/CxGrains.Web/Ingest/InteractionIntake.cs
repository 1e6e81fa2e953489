using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Web.Ingest;

/// <summary>Takes the lines of one request into the log: reads and checks them, creates surveys that are new, and appends what is good.</summary>
internal sealed class InteractionIntake(IIngest ingest, IDefinitions definitions, NamePool names)
{
    /// <summary>Reads the interactions of a request.</summary>
    /// <param name="lines">The lines; those accepted are moved together at their start.</param>
    /// <param name="events">Where each interaction lies in them, in order.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="receivedMs">When they came, Unix milliseconds UTC.</param>
    /// <param name="listedMax">Rejections to list; all are counted.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="mayErase">Whether the sender may erase customers.</param>
    public async ValueTask<BatchBuilder> ReadAsync(
        Memory<byte> lines, List<Range> events, string workspace, long receivedMs, int listedMax, CancellationToken cancellationToken, bool mayErase = false)
    {
        var builder = new BatchBuilder(lines, events, receivedMs, names, listedMax, mayErase);
        var known = await definitions.OfAsync(workspace, cancellationToken);
        while (builder.Read(known) is { } created)
        {
            try
            {
                var survey = await definitions.EnsureSurveyAsync(workspace, created, cancellationToken);

                // Noted here and not asked for again: another node may learn of it later.
                known = known with { Surveys = known.Surveys.SetItem(survey.Id, survey) };
            }
            catch (InvalidFieldException full)
            {
                builder.RejectNext(new InteractionError("survey", full.Problem));
            }
        }

        return builder;
    }

    /// <summary>Appends what was accepted. The lines must stay as they are until the task completes.</summary>
    /// <returns>The position; null where nothing is left to append.</returns>
    public async ValueTask<string?> AppendAsync(BatchBuilder builder, string workspace, long receivedMs, bool isImport)
    {
        // Each round leaves out at least one line, so there is an end to them.
        while (builder.Accepted.Count > 0)
        {
            var batch = new InteractionBatch
            {
                Workspace = workspace,
                ReceivedMs = receivedMs,
                IsImport = isImport,
                Interactions = builder.Accepted,
                Lines = builder.Lines,
                LineLengths = builder.LineLengths,
            };
            try
            {
                // Not given up when the client goes: the runtime owns the pooled buffer until the append is done, however it ends.
                return await ingest.AppendAsync(batch, CancellationToken.None);
            }
            catch (LinesRefusedException refused)
            {
                builder.Refuse(refused.Lines, new InteractionError(refused.Field, refused.Problem));
            }
        }

        return null;
    }
}
