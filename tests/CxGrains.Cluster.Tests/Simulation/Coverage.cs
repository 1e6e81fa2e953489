using System.Globalization;
using CxGrains.Domain.Customers;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>How often what is hard came to pass, so that a simulation that stopped to reach it is noticed.</summary>
internal sealed class Coverage
{
    /// <summary>Interactions counted.</summary>
    public long Interactions { get; private set; }

    /// <summary>Answers replaced by an edit.</summary>
    public long Edits { get; private set; }

    /// <summary>Alerts raised.</summary>
    public long Alerts { get; private set; }

    /// <summary>Customers that came into a segment or left one.</summary>
    public long Moves { get; private set; }

    /// <summary>Customers that were merged away.</summary>
    public long Merges { get; private set; }

    /// <summary>Interactions of a merged id, and states on their way, that were passed on.</summary>
    public long PassedOn { get; private set; }

    /// <summary>Customers that were erased.</summary>
    public long Erased { get; private set; }

    /// <summary>Interactions in quarantine.</summary>
    public long Quarantined { get; set; }

    /// <summary>Commits.</summary>
    public long Commits { get; set; }

    /// <summary>Workers begun.</summary>
    public long Workers { get; set; }

    /// <summary>Takes an announcement.</summary>
    public void Take(Announcement announcement)
    {
        Interactions += announcement.IsCounted ? 1 : 0;
        Edits += announcement is { WithdrawnAnswer: not null, AddedAnswer: not null } ? 1 : 0;
        Merges += announcement.IsCounted && announcement.Effect is not null ? 1 : 0;
        PassedOn += !announcement.IsCounted && announcement.Effect is not null ? 1 : 0;
        Alerts += announcement.Raised.Count;
        Erased += announcement.Erased is null ? 0 : 1;
        Moves += announcement.MembershipBefore == announcement.MembershipAfter ? 0 : 1;
    }

    /// <summary>Adds another schedule's.</summary>
    public void Add(Coverage other)
    {
        Interactions += other.Interactions;
        Edits += other.Edits;
        Alerts += other.Alerts;
        Moves += other.Moves;
        Merges += other.Merges;
        PassedOn += other.PassedOn;
        Erased += other.Erased;
        Quarantined += other.Quarantined;
        Commits += other.Commits;
        Workers += other.Workers;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Interactions} interactions, {Edits} edits, {Alerts} alerts, {Moves} moves, {Merges} merges, {PassedOn} passed on, {Erased} erased, {Quarantined} in quarantine, {Commits} commits, {Workers} workers");
}
