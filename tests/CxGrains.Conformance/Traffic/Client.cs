using System.Text;
using CxGrains.Abstractions.Ingest;
using CxGrains.Conformance.Runtimes;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;

namespace CxGrains.Conformance.Traffic;

/// <summary>Sends lines to one workspace as the web does: reads them, checks or creates their surveys, appends them as one batch.</summary>
internal sealed class Client(IRuntimeUnderTest runtime, string workspace = Client.Workspace)
{
    /// <summary>The workspace of tests that need only one.</summary>
    public const string Workspace = "acme";

    private const int BatchLines = 100;

    /// <summary>Sends one batch; done when it is accepted.</summary>
    public async Task<string> AppendAsync(IReadOnlyList<string> lines, bool isImport = false) =>
        await runtime.Ingest.AppendAsync(await BatchOfAsync(lines, isImport), CancellationToken.None);

    /// <summary>Sends lines in batches; done when all have their effect.</summary>
    public async Task SendAsync(IEnumerable<string> lines, bool isImport = false)
    {
        string? position = null;
        foreach (var batch in lines.Chunk(BatchLines))
        {
            position = await AppendAsync(batch, isImport);
        }

        if (position is not null)
        {
            await runtime.Ingest.WaitUntilAppliedAsync(position, CancellationToken.None);
        }
    }

    /// <summary>Sends single lines as one batch; done when they have their effect.</summary>
    public Task SendAsync(params string[] lines) => SendAsync(lines.AsEnumerable());

    private async Task<InteractionBatch> BatchOfAsync(IReadOnlyList<string> lines, bool isImport)
    {
        var receivedMs = runtime.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var interactions = new List<Interaction>();
        var utf8 = lines.Select(Encoding.UTF8.GetBytes).ToList();
        foreach (var line in utf8)
        {
            if (!InteractionReader.TryRead(line, receivedMs, runtime.Names, out var interaction, out var error))
            {
                throw new InvalidOperationException($"{Encoding.UTF8.GetString(line)}: {error}");
            }

            if (interaction!.Answer is { } answer)
            {
                await EnsureSurveyAsync(answer);
            }

            interactions.Add(interaction);
        }

        return new InteractionBatch
        {
            Workspace = workspace,
            ReceivedMs = receivedMs,
            IsImport = isImport,
            Interactions = interactions,
            Lines = utf8.SelectMany(line => line).ToArray(),
            LineLengths = [.. utf8.Select(line => line.Length)],
        };
    }

    private async Task EnsureSurveyAsync(SurveyAnswer answer)
    {
        // The tests' surveys are called after their metrics; one that is only sent names none.
        var metric = answer.Metric ?? Enum.Parse<SurveyMetric>(answer.Survey, ignoreCase: true);
        var survey = new SurveyDefinition
        {
            Id = answer.Survey,
            Name = answer.Survey,
            Metric = metric,
            Scale = answer.Scale ?? SurveyDefinition.DefaultScale(metric),
        };
        await runtime.Definitions.EnsureSurveyAsync(workspace, survey, CancellationToken.None);
    }
}
