using CxGrains.Abstractions.Live;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded.Delivery;

namespace CxGrains.Embedded.Partitions;

/// <summary>Takes what is announced into the shards, alerts and topics of a workspace's part in a partition.</summary>
internal sealed class AnnouncementSink(EmbeddedOutbox outbox, TouchedTopics touched)
{
    /// <summary>Takes what a customer announces.</summary>
    public void Take(WorkspaceState workspace, string customer, Announcement announcement, Position position)
    {
        ContributeToWorkspace(workspace, announcement, position);
        ContributeToSurveys(workspace, announcement, position);
        ContributeToSegments(workspace, announcement, position);
        Learn(workspace, announcement, position);
        TakeAlerts(workspace, announcement, customer, position);
        touched.Add(workspace.Id, TopicKind.Customer, customer);
        touched.Add(workspace.Id, TopicKind.Workspace, "");
        touched.Add(workspace.Id, TopicKind.Insights, "");
    }

    /// <summary>Takes what is announced of no customer.</summary>
    public void Take(WorkspaceState workspace, Announcement announcement, Position position)
    {
        ContributeToWorkspace(workspace, announcement, position);
        TakeAlerts(workspace, announcement, "", position);
        touched.Add(workspace.Id, TopicKind.Workspace, "");
    }

    private static void ContributeToWorkspace(WorkspaceState workspace, Announcement announcement, Position position)
    {
        workspace.Shard.TryAdvance(position);
        workspace.Shard.Take(announcement);
        workspace.IsChanged = true;
    }

    private void ContributeToSurveys(WorkspaceState workspace, Announcement announcement, Position position)
    {
        if (announcement.Sent is { } sent)
        {
            Contribute(workspace, announcement, sent.Survey, sent.Metric, sent.Scale, position);
        }

        foreach (var added in announcement.AddedAnswers)
        {
            Contribute(workspace, announcement, added.Survey, added.Metric, added.Scale, position);
        }

        foreach (var withdrawn in announcement.WithdrawnAnswers)
        {
            Contribute(workspace, announcement, withdrawn.Survey, withdrawn.Metric, withdrawn.Scale, position);
        }
    }

    // A survey takes all that an announcement means for it at once, however often it is named.
    private void Contribute(WorkspaceState workspace, Announcement announcement, string survey, SurveyMetric metric, int scale, Position position)
    {
        var state = workspace.SurveyOf(survey, metric, scale);
        if (state.Shard.TryAdvance(position))
        {
            state.Shard.Take(announcement, survey);
            state.IsChanged = true;
            touched.Add(workspace.Id, TopicKind.Survey, survey);
        }
    }

    private void ContributeToSegments(WorkspaceState workspace, Announcement announcement, Position position)
    {
        if ((announcement.MembershipBefore | announcement.MembershipAfter | announcement.PartsMembership) == 0)
        {
            return;
        }

        foreach (var segment in workspace.Segments)
        {
            if (PopulationShard.IsTouched(announcement, segment.Definition.Slot))
            {
                segment.Shard.TryAdvance(position);
                segment.Shard.Take(announcement, segment.Definition.Slot);
                segment.IsChanged = true;
                touched.Add(workspace.Id, TopicKind.Segment, segment.Definition.Id);
                touched.Add(workspace.Id, TopicKind.Insights, segment.Definition.Id);
            }
        }
    }

    private void Learn(WorkspaceState workspace, Announcement announcement, Position position)
    {
        for (var i = 0; i < announcement.Contributions.Count; i++)
        {
            if (announcement.Contributions[i] is OutcomeContribution outcome)
            {
                workspace.Learn(outcome, position);
                touched.Add(workspace.Id, TopicKind.Model, "");
            }
        }
    }

    // At once, and not with the next checkpoint: somebody is waiting. A replay brings it again, and the outbox knows it by its id.
    private void TakeAlerts(WorkspaceState workspace, Announcement announcement, string customer, Position position)
    {
        foreach (var alert in announcement.Raised)
        {
            outbox.Take(workspace.Id, alert, position.Row);
        }

        var isVisible = workspace.Alerts.Take(announcement, customer);
        workspace.AlertsChanged |= isVisible || announcement.Watch is not null;
        if (isVisible)
        {
            touched.Add(workspace.Id, TopicKind.Alerts, "");
        }
    }
}
