using CxGrains.Domain.Customers;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Segments;

/// <summary>One partition's part of a workspace: all its customers as a population, its interactions, and all answers for trends.</summary>
public sealed class WorkspaceShard
{
    private const byte NewestVersion = 1;

    /// <summary>Nothing, before the first record.</summary>
    public WorkspaceShard()
        : this(new PopulationShard(), new AnswerDays())
    {
    }

    private WorkspaceShard(PopulationShard customers, AnswerDays answers)
    {
        Customers = customers;
        Answers = answers;
    }

    /// <summary>All customers.</summary>
    public PopulationShard Customers { get; }

    /// <summary>All answers of every customer, not the latest only.</summary>
    public AnswerDays Answers { get; }

    /// <summary>Interactions counted.</summary>
    public long Interactions { get; private set; }

    /// <summary>The last position whose contributions are in; <see cref="Position.None"/> for a merged shard, which stands in no log.</summary>
    public Position Position => Customers.Position;

    /// <inheritdoc cref="PopulationShard.TryAdvance"/>
    public bool TryAdvance(Position position) => Customers.TryAdvance(position);

    /// <summary>Takes what an announcement means for the workspace's sums.</summary>
    public void Take(Announcement announcement)
    {
        AddInteractions(announcement.IsCounted ? 1 : 0);
        if (announcement.IsMemberChanged)
        {
            if (announcement.Before is { } before)
            {
                Customers.Leave(before, announcement.Erased is not null);
            }

            if (!announcement.IsGone)
            {
                Customers.Join(announcement.After);
            }
        }

        Customers.Parts.Take(announcement);
        foreach (var withdrawn in announcement.WithdrawnAnswers)
        {
            Answers.Withdraw(withdrawn.Metric, withdrawn.Score, withdrawn.Scale, Instants.DayOf(withdrawn.AtMs));
        }

        foreach (var added in announcement.AddedAnswers)
        {
            Answers.Add(added.Metric, added.Score, added.Scale, Instants.DayOf(added.AtMs));
        }
    }

    /// <summary>Counts interactions; a negative count takes back those of a customer that leaves.</summary>
    public void AddInteractions(long count) => Interactions += count;

    /// <inheritdoc cref="PopulationShard.CopySums"/>
    public WorkspaceShard CopySums() => new(Customers.CopySums(), AnswerDays.Merge(Answers, new AnswerDays())) { Interactions = Interactions };

    /// <summary>Both together, for reading. Associative and commutative.</summary>
    public static WorkspaceShard Merge(WorkspaceShard a, WorkspaceShard b) =>
        new(PopulationShard.Merge(a.Customers, b.Customers), AnswerDays.Merge(a.Answers, b.Answers))
        {
            Interactions = a.Interactions + b.Interactions,
        };

    /// <summary>Writes the state, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write(Interactions);
        Customers.Encode(writer);
        Answers.Encode(writer);
    }

    /// <summary>Reads a state that <see cref="Encode"/> wrote, of any version up to this program's.</summary>
    /// <param name="reader">Stands before the version.</param>
    /// <param name="names">Shares currency codes.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static WorkspaceShard Decode(BinaryReader reader, NamePool names)
    {
        reader.ReadVersion("Workspace shard", NewestVersion);
        var interactions = reader.ReadInt64();
        var customers = PopulationShard.Decode(reader, names);
        return new WorkspaceShard(customers, AnswerDays.Decode(reader)) { Interactions = interactions };
    }
}
