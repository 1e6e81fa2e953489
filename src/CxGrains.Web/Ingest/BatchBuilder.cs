using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;

namespace CxGrains.Web.Ingest;

/// <summary>Reads the interactions of one request, keeps the good ones and lists what is wrong with the others.</summary>
/// <param name="body">The body; the accepted lines are moved together at its start.</param>
/// <param name="events">Where each interaction lies in it, in order.</param>
/// <param name="receivedMs">When the request came, Unix milliseconds UTC.</param>
/// <param name="names">Shares names.</param>
/// <param name="listedMax">Rejections that are listed; all are counted.</param>
/// <param name="mayErase">Whether the sender may erase customers.</param>
internal sealed class BatchBuilder(Memory<byte> body, List<Range> events, long receivedMs, NamePool names, int listedMax, bool mayErase)
{
    private List<Interaction> _accepted = new(events.Count);
    private List<int> _lineLengths = new(events.Count);
    private List<int> _indexes = new(events.Count);
    private readonly List<Rejection> _rejected = [];
    private int _next;
    private int _written;

    /// <summary>The good ones, in order.</summary>
    public IReadOnlyList<Interaction> Accepted => _accepted;

    /// <summary>The length of each one's line in <see cref="Lines"/>.</summary>
    public IReadOnlyList<int> LineLengths => _lineLengths;

    /// <summary>The lines of the good ones, one behind the other.</summary>
    public ReadOnlyMemory<byte> Lines => body[.._written];

    /// <summary>The first of the others.</summary>
    public IReadOnlyList<Rejection> Rejected => _rejected;

    /// <summary>How many others there are.</summary>
    public int RejectedCount { get; private set; }

    /// <summary>
    /// Reads on, to the end or to an answer whose survey is new.
    /// </summary>
    /// <param name="definitions">What is defined.</param>
    /// <returns>The survey that must be created before reading on; null at the end.</returns>
    public SurveyDefinition? Read(WorkspaceDefinitions definitions)
    {
        var bytes = body.Span;
        for (; _next < events.Count; _next++)
        {
            var line = bytes[events[_next]];
            if (!InteractionReader.TryRead(line, receivedMs, names, out var interaction, out var error))
            {
                Reject(line, error);
                continue;
            }

            if (interaction!.Type == InteractionTypes.Erase && !mayErase)
            {
                Reject(line, new InteractionError("type", $"is \"{InteractionTypes.Erase}\", which needs the scope admin"));
                continue;
            }

            if (interaction.Answer is { } answer && !AnswerAdmission.Fits(interaction, answer, definitions, out var created, out error))
            {
                if (created is not null)
                {
                    return created;
                }

                Reject(line, error);
                continue;
            }

            Accept(interaction, line, bytes, _next);
        }

        return null;
    }

    /// <summary>Rejects the interaction that <see cref="Read"/> stopped at.</summary>
    public void RejectNext(InteractionError error) => Reject(body.Span[events[_next++]], error, _next - 1);

    /// <summary>Rejects what lies behind the last interaction and cannot be read.</summary>
    public void RejectRest(InteractionError error) => Reject([], error, events.Count);

    /// <summary>Takes back accepted interactions that the runtime refuses.</summary>
    /// <param name="lines">Their places in <see cref="Accepted"/>, ascending.</param>
    /// <param name="error">What is wrong with each.</param>
    public void Refuse(IReadOnlyList<int> lines, InteractionError error)
    {
        // New lists, as the runtime may still hold the ones it was given.
        var (interactions, lengths, indexes) = (_accepted, _lineLengths, _indexes);
        (_accepted, _lineLengths, _indexes, _written) = ([], [], [], 0);
        var bytes = body.Span;
        var (start, refused) = (0, 0);
        for (var i = 0; i < interactions.Count; i++)
        {
            var line = bytes.Slice(start, lengths[i]);
            start += line.Length;
            if (refused < lines.Count && lines[refused] == i)
            {
                refused++;
                Reject(line, error, indexes[i]);
            }
            else
            {
                Accept(interactions[i], line, bytes, indexes[i]);
            }
        }

        _rejected.Sort(static (a, b) => a.Index.CompareTo(b.Index));
    }

    private void Accept(Interaction interaction, ReadOnlySpan<byte> line, Span<byte> bytes, int index)
    {
        // Never beyond the line's own start, since all that was kept lay before it.
        line.CopyTo(bytes[_written..]);
        _written += line.Length;
        _accepted.Add(interaction);
        _lineLengths.Add(line.Length);
        _indexes.Add(index);
    }

    private void Reject(ReadOnlySpan<byte> line, InteractionError error) => Reject(line, error, _next);

    private void Reject(ReadOnlySpan<byte> line, InteractionError error, int index)
    {
        RejectedCount++;
        if (_rejected.Count < listedMax)
        {
            _rejected.Add(new Rejection(index, line.IsEmpty ? null : InteractionReader.TryReadId(line), error.Field, error.Problem));
        }
    }
}
