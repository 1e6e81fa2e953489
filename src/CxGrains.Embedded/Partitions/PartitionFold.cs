using CxGrains.Abstractions.Live;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// Folds records into a partition: the record into its customer, and what the customer announces into shards, alerts and topics.
/// Customers and shards are saved in one transaction with the partition's position, so none is ever ahead of another; the
/// shards' own positions are moved along because their encoding is shared with runtimes that need them.
/// </summary>
internal sealed class PartitionFold(PartitionState partition, ISurveyLookup surveys, TouchedTopics touched)
{
    private readonly Announcement _announcement = new();

    /// <summary>Folds an interaction; says whether it was counted.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="entry">The customer's entry as found before; null where it had none then.</param>
    /// <param name="interaction">What happened.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="isImport">Whether it came with an import.</param>
    public bool Fold(WorkspaceState workspace, CustomerEntry? entry, Interaction interaction, Position position, bool isImport)
    {
        entry ??= workspace.Find(interaction.Customer);
        var isNew = entry is null;
        entry ??= partition.AddCustomer(workspace, interaction.Customer);
        var customer = partition.Residents.GetToChange(entry);
        var survey = interaction.Answer is { } answer ? surveys.Find(workspace.Id, answer.Survey) : null;

        CustomerFold.Fold(customer, interaction, survey, ContextAt(position, !isImport, workspace), _announcement);
        if (!_announcement.IsCounted)
        {
            return false;
        }

        Take(entry, customer, position, profileChanged: isNew || interaction.Traits is not null || interaction.Account is not null);
        if (_announcement.SurveySent is not null && survey is not null)
        {
            var state = workspace.SurveyOf(survey.Id, survey.Metric, survey.Scale);
            state.Shard.TryAdvance(position);
            state.Shard.AddSent(interaction.AtMs);
            state.IsChanged = true;
            touched.Add(workspace.Id, TopicKind.Survey, survey.Id);
        }

        if (!isImport)
        {
            // The feed shows what happens now, and imports bring the past.
            workspace.Recent.Add(position, partition.ClockMs, interaction, entry);
        }

        return true;
    }

    /// <summary>Folds a due record of one customer.</summary>
    public void FoldDue(CustomerEntry entry, Position position)
    {
        var customer = partition.Residents.GetToChange(entry);
        CustomerFold.FoldDue(customer, ContextAt(position, isNews: true, entry.Workspace), _announcement);
        Take(entry, customer, position, profileChanged: false);
    }

    /// <summary>Folds a redefinition's step for one customer.</summary>
    public void FoldRedefinition(CustomerEntry entry, Position position)
    {
        var customer = partition.Residents.GetToChange(entry);
        CustomerFold.FoldRedefinition(customer, ContextAt(position, isNews: false, entry.Workspace), _announcement);
        Take(entry, customer, position, profileChanged: false);
    }

    private FoldContext ContextAt(Position position, bool isNews, WorkspaceState workspace) =>
        new(position, partition.ClockMs, isNews, workspace.Definitions, partition.Sources);

    private void Take(CustomerEntry entry, Customer customer, Position position, bool profileChanged)
    {
        var workspace = entry.Workspace;
        var wasAlreadySo = entry.AlreadySo;
        var wasHigh = entry.Band == RiskBand.High;
        entry.Refresh(customer, profileChanged, _announcement.IsMemberChanged);
        if (wasHigh || entry.Band == RiskBand.High)
        {
            workspace.Riskiest.Forget();
        }

        workspace.CountAlreadySo(wasAlreadySo, entry.AlreadySo);
        partition.Residents.MarkChanged(entry);
        partition.Due.Schedule(entry);
        ContributeToWorkspace(workspace, position);
        ContributeToSurveys(workspace, position);
        ContributeToSegments(workspace, position);
        TakeAlerts(workspace, customer.Id);
        touched.Add(workspace.Id, TopicKind.Customer, customer.Id);
        touched.Add(workspace.Id, TopicKind.Workspace, "");
    }

    private void ContributeToWorkspace(WorkspaceState workspace, Position position)
    {
        var shard = workspace.Shard;
        shard.TryAdvance(position);
        workspace.IsChanged = true;
        shard.AddInteractions(_announcement.IsCounted ? 1 : 0);
        if (_announcement.IsMemberChanged)
        {
            if (_announcement.Before is { } before)
            {
                shard.Customers.Leave(before);
            }

            shard.Customers.Join(_announcement.After);
        }

        if (_announcement.WithdrawnAnswer is { } withdrawn)
        {
            shard.Answers.Withdraw(withdrawn.Metric, withdrawn.Score, withdrawn.Scale, Instants.DayOf(withdrawn.AtMs));
        }

        if (_announcement.AddedAnswer is { } added)
        {
            shard.Answers.Add(added.Metric, added.Score, added.Scale, Instants.DayOf(added.AtMs));
        }
    }

    private void ContributeToSurveys(WorkspaceState workspace, Position position)
    {
        if (_announcement.AddedAnswer is not { } added)
        {
            return;
        }

        var state = workspace.SurveyOf(added.Survey, added.Metric, added.Scale);
        state.Shard.TryAdvance(position);
        if (_announcement.WithdrawnAnswer is { } withdrawn)
        {
            state.Shard.Withdraw(withdrawn);
        }

        state.Shard.Add(added);
        state.IsChanged = true;
        touched.Add(workspace.Id, TopicKind.Survey, added.Survey);
    }

    private void ContributeToSegments(WorkspaceState workspace, Position position)
    {
        var before = _announcement.MembershipBefore;
        var after = _announcement.MembershipAfter;
        var memberChanged = _announcement.IsMemberChanged;
        if ((before | after) == 0 || (before == after && !memberChanged))
        {
            return;
        }

        foreach (var segment in workspace.Segments)
        {
            var bit = 1UL << segment.Definition.Slot;
            var wasIn = (before & bit) != 0;
            var isIn = (after & bit) != 0;
            if ((!wasIn && !isIn) || (wasIn == isIn && !memberChanged))
            {
                continue;
            }

            segment.Shard.TryAdvance(position);
            segment.IsChanged = true;
            if (wasIn && _announcement.Before is { } member)
            {
                segment.Shard.Leave(member);
            }

            if (isIn)
            {
                segment.Shard.Join(_announcement.After);
            }

            touched.Add(workspace.Id, TopicKind.Segment, segment.Definition.Id);
        }
    }

    private void TakeAlerts(WorkspaceState workspace, string customer)
    {
        var changed = _announcement.HasRecovered && workspace.Alerts.Close(customer);
        if (_announcement.Raised is { } alert)
        {
            workspace.Alerts.Add(alert);
            changed = true;
        }

        if (changed)
        {
            workspace.AlertsChanged = true;
            touched.Add(workspace.Id, TopicKind.Alerts, "");
        }
    }
}
