using System.Globalization;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Tests.Simulation.World;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>The reference's shards: each takes every announcement that concerns it, once.</summary>
internal sealed class ReferenceShards
{
    private readonly Dictionary<EntityKey, SurveyShard> _surveys = [];
    private readonly Dictionary<EntityKey, PopulationShard> _populations = [];
    private readonly Dictionary<EntityKey, (WorkspaceShard Sums, AlertBook Alerts)> _workspaces = [];
    private readonly Dictionary<EntityKey, ModelShard> _models = [];

    /// <summary>What each entity's stored bytes are behind each position that concerns it; those of customers too.</summary>
    public History States { get; } = new();

    /// <summary>Interactions counted by the workspaces.</summary>
    public long Interactions => _workspaces.Values.Sum(workspace => workspace.Sums.Interactions);

    /// <summary>What a head tells of a workspace: open alerts, answers by survey, members by slot.</summary>
    public (long OpenAlerts, Dictionary<string, long> Responses, Dictionary<int, long> Members) HeadOf(string workspace) => (
        _workspaces.GetValueOrDefault(new EntityKey(EntityKind.Workspace, workspace, GrainKeys.All)).Alerts?.OpenCount ?? 0,
        _surveys.Where(pair => pair.Key.Workspace == workspace).ToDictionary(pair => pair.Key.Id, pair => pair.Value.Responses),
        _populations.Where(pair => pair.Key.Workspace == workspace)
            .ToDictionary(pair => int.Parse(pair.Key.Id, CultureInfo.InvariantCulture), pair => pair.Value.Members));

    /// <summary>Hands what a customer announced to the shards that it concerns.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="position">The record.</param>
    /// <param name="announcement">What it announced.</param>
    /// <param name="slots">The workspace's segments.</param>
    public void Take(EntityKey customer, Position position, Announcement announcement, IEnumerable<int> slots)
    {
        var key = new EntityKey(EntityKind.Workspace, customer.Workspace, GrainKeys.All);
        var (sums, alerts) = _workspaces.GetOrMake(key, () => (new WorkspaceShard(), new AlertBook()));
        sums.TryAdvance(position);
        sums.Take(announcement);
        alerts.Take(announcement, customer.Id);
        States.Add(key, position, writer =>
        {
            sums.Encode(writer);
            alerts.Encode(writer);
        });

        if (announcement.Erased is not null)
        {
            foreach (var (of, survey) in _surveys.Where(pair => pair.Key.Workspace == customer.Workspace))
            {
                survey.RemoveComments(customer.Id);
                survey.TryAdvance(position);
                survey.Take(announcement, of.Id);
                States.Add(of, position, survey.Encode);
            }
        }

        var answers = announcement.AddedAnswers.Concat(announcement.WithdrawnAnswers).Select(answer => answer.Survey);
        foreach (var id in announcement.Erased is not null ? [] : answers.Append(announcement.Sent?.Survey).OfType<string>().Distinct())
        {
            var definition = FixedDefinitions.Surveys[id];
            key = new EntityKey(EntityKind.Survey, customer.Workspace, id);
            var survey = _surveys.GetOrMake(key, () => new SurveyShard(definition.Metric, definition.Scale));
            survey.TryAdvance(position);
            survey.Take(announcement, id);
            States.Add(key, position, survey.Encode);
        }

        if (announcement.HasOutcomes)
        {
            key = new EntityKey(EntityKind.Model, customer.Workspace, GrainKeys.All);
            foreach (var outcome in announcement.Contributions.OfType<OutcomeContribution>())
            {
                var model = _models.GetOrMake(key, () => new ModelShard(outcome.Target)).After(outcome);
                model.TryAdvance(position);
                _models[key] = model;
            }

            States.Add(key, position, _models[key].Encode);
        }

        foreach (var slot in slots.Where(slot => PopulationShard.IsTouched(announcement, slot)))
        {
            key = new EntityKey(EntityKind.Segment, customer.Workspace, slot.ToString(CultureInfo.InvariantCulture));
            var population = _populations.GetOrMake(key, () => new PopulationShard());
            population.TryAdvance(position);
            population.Take(announcement, slot);
            States.Add(key, position, population.Encode);
        }
    }
}
