using CxGrains.Abstractions.Live;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Delivery;
using CxGrains.Cluster.Live;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Shards;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Hands one step over: its records to the customers, and when all have answered, what they announced to the shards, each in one
/// call; then the index and the topics.
/// </summary>
internal sealed class StepFold(
    long worker,
    PartitionHead head,
    PartitionIndex index,
    Quarantine quarantine,
    Bindings bindings,
    IEntities entities,
    IPartitionStore store,
    OwedEffects owed,
    NamePool names,
    byte[] salt)
{
    /// <summary>Customers called at once. More would not be folded any sooner, and all they hold meanwhile would outlive a collection.</summary>
    public const int CallsAtOnceMax = 256;

    private readonly HashSet<WatchedTopic> _touched = [];
    private readonly List<Announced> _announced = [];

    /// <summary>Folds a step; gives the topics that changed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="committedRow">Rows up to here are committed.</param>
    /// <exception cref="GapException">An entity answered from another life, or could not fold a record, which is in quarantine now.</exception>
    public async Task<IReadOnlyCollection<WatchedTopic>> FoldAsync(Step step, long committedRow)
    {
        _touched.Clear();
        var answers = await AskAsync(step.Customers, committedRow);
        foreach (var (customer, folded) in answers)
        {
            bindings.Meet(customer, folded.Activation, step.LastRow);
        }

        ThrowIfPoisoned(step, answers);
        ListAnnounced(step, answers);
        await HandToShardsAsync(step);
        await HandToOutboxAsync();
        Owe(step);
        Erase();
        TakeIntoIndex(answers);
        ShowFeed();
        TakeNote(step);
        return [.. _touched];
    }

    private async Task<(EntityKey Customer, CustomerFolded Folded)[]> AskAsync(IReadOnlyDictionary<EntityKey, List<CustomerRecord>> customers, long committedRow)
    {
        var answers = new (EntityKey Customer, CustomerFolded Folded)[customers.Count];
        var asked = 0;
        using var next = customers.GetEnumerator();
        async Task AskSomeAsync()
        {
            while (next.MoveNext())
            {
                var (customer, records) = next.Current;
                var place = asked++;
                answers[place] = (customer, await AskAsync(customer, records, committedRow));
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(CallsAtOnceMax, customers.Count)).Select(_ => AskSomeAsync()));
        return answers;
    }

    private Task<CustomerFolded> AskAsync(EntityKey customer, List<CustomerRecord> records, long committedRow)
    {
        var rules = head.Workspaces.GetValueOrDefault(customer.Workspace)?.Rules ?? RuleSet.Empty;
        var batch = new CustomerRecords
        {
            CommittedRow = committedRow,
            Rules = rules,
            Records = [.. records],
            BoundTo = bindings.LifeOf(customer),
            Worker = worker,
        };
        return entities.FoldAsync(customer, batch);
    }

    private void ThrowIfPoisoned(Step step, (EntityKey Customer, CustomerFolded Folded)[] answers)
    {
        var poisoned = answers.Where(answer => answer.Folded.Poisoned != 0).ToList();
        foreach (var (customer, folded) in poisoned)
        {
            var record = step.Customers[customer].Find(record => record.Position == folded.Poisoned);
            quarantine.Add(new Position(folded.Poisoned), customer.Workspace, record?.Line?.Utf8 ?? record?.Effect?.Bytes ?? default(ReadOnlyMemory<byte>), folded.Error ?? "");
        }

        if (poisoned.Count > 0)
        {
            throw new GapException($"{poisoned.Count} records could not be folded, the first at {new Position(poisoned[0].Folded.Poisoned)}: {poisoned[0].Folded.Error}");
        }
    }

    private void ListAnnounced(Step step, (EntityKey Customer, CustomerFolded Folded)[] answers)
    {
        _announced.Clear();
        foreach (var (customer, folded) in answers)
        {
            // Both are in the order of positions, and only some records are announced.
            var records = step.Customers[customer];
            var next = 0;
            foreach (var kept in folded.Announcements)
            {
                while (records[next].Position != kept.Position)
                {
                    next++;
                }

                _announced.Add(new Announced(customer, records[next], kept, AnnouncementEncoding.FromBytes(kept.Bytes, names)));
            }
        }

        foreach (var (workspace, position, announcement) in step.OfNobody)
        {
            var kept = new KeptAnnouncement { Position = position.Value, Bytes = AnnouncementEncoding.ToBytes(announcement) };
            _announced.Add(new Announced(new EntityKey(EntityKind.Customer, workspace, ""), null, kept, announcement));
        }

        // Several customers may be erased by one record: their order is the same each time.
        _announced.Sort(static (a, b) => a.Kept.Position == b.Kept.Position ? string.CompareOrdinal(a.Customer.Id, b.Customer.Id) : a.Kept.Position.CompareTo(b.Kept.Position));
    }

    private async Task HandToShardsAsync(Step step)
    {
        var shards = new Dictionary<EntityKey, List<ShardRecord>>();
        foreach (var item in _announced)
        {
            var record = new ShardRecord { Position = item.Kept.Position, Customer = item.Customer.Id, Announcement = item.Kept.Bytes };
            AddToShards(shards, item, record);
        }

        var answers = await Task.WhenAll(shards.Select(pair => AskAsync(pair.Key, pair.Value)));
        foreach (var (shard, taken) in answers)
        {
            bindings.Meet(shard, taken.Activation, step.LastRow);
            TakeNote(shard, taken);
        }
    }

    private async Task<(EntityKey Shard, ShardTaken Taken)> AskAsync(EntityKey shard, List<ShardRecord> records)
    {
        var batch = new ShardRecords { Records = [.. records], BoundTo = bindings.LifeOf(shard), Worker = worker };
        return (shard, await entities.TakeAsync(shard, batch));
    }

    private void AddToShards(Dictionary<EntityKey, List<ShardRecord>> shards, in Announced item, ShardRecord record)
    {
        var (workspace, announcement) = (item.Customer.Workspace, item.Announcement);
        Add(shards, new EntityKey(EntityKind.Workspace, workspace, GrainKeys.All), record);
        foreach (var survey in announcement.Erased is null ? SurveysOf(announcement) : AllSurveys(shards, workspace).Union(SurveysOf(announcement)).ToList())
        {
            Add(shards, new EntityKey(EntityKind.Survey, workspace, survey), record);
        }

        if (announcement.HasOutcomes)
        {
            Add(shards, new EntityKey(EntityKind.Model, workspace, GrainKeys.All), record);
        }

        if ((announcement.MembershipBefore | announcement.MembershipAfter | announcement.PartsMembership) != 0)
        {
            foreach (var slot in head.WorkspaceOf(workspace).Segments.Keys.Where(slot => PopulationShard.IsTouched(announcement, slot)))
            {
                Add(shards, new EntityKey(EntityKind.Segment, workspace, slot.ToString(System.Globalization.CultureInfo.InvariantCulture)), record);
            }
        }
    }

    // Mostly one at most. A customer that is merged brings or takes away its answers to several.
    private static IEnumerable<string> SurveysOf(Announcement announcement)
    {
        var (added, withdrawn) = (announcement.AddedAnswers, announcement.WithdrawnAnswers);
        return added.Count + withdrawn.Count == 0
            ? announcement.Sent is { } sent ? [sent.Survey] : []
            : added.Concat(withdrawn).Select(answer => answer.Survey).Distinct(StringComparer.Ordinal);
    }

    // They may hold comments of answers that the customer itself no longer keeps, and be as new as this step.
    private IEnumerable<string> AllSurveys(Dictionary<EntityKey, List<ShardRecord>> shards, string workspace) =>
        head.WorkspaceOf(workspace).SurveyResponses.Keys.Concat(shards.Keys.Where(shard => shard.Kind == EntityKind.Survey && shard.Workspace == workspace).Select(shard => shard.Id));

    private static void Add(Dictionary<EntityKey, List<ShardRecord>> shards, EntityKey shard, ShardRecord record)
    {
        if (!shards.TryGetValue(shard, out var records))
        {
            shards.Add(shard, records = []);
        }

        records.Add(record);
    }

    private void TakeNote(EntityKey shard, ShardTaken taken)
    {
        var workspace = head.WorkspaceOf(shard.Workspace);
        switch (shard.Kind)
        {
            case EntityKind.Survey:
                workspace.SurveyResponses[shard.Id] = taken.Count;
                Touch(shard.Workspace, TopicKind.Survey, shard.Id);
                break;
            case EntityKind.Model:
                Touch(shard.Workspace, TopicKind.Model, "");
                break;
            case EntityKind.Segment:
                var segment = workspace.Segments[int.Parse(shard.Id, System.Globalization.CultureInfo.InvariantCulture)];
                segment.Members = taken.Count;
                Touch(shard.Workspace, TopicKind.Segment, segment.Definition.Id);
                Touch(shard.Workspace, TopicKind.Insights, segment.Definition.Id);
                break;
            default:
                workspace.OpenAlerts = taken.Count;
                workspace.SharedAlerts = taken.SharedAlerts ?? [];
                Touch(shard.Workspace, TopicKind.Workspace, "");
                Touch(shard.Workspace, TopicKind.Insights, "");
                if (taken.AlertsChanged)
                {
                    Touch(shard.Workspace, TopicKind.Alerts, "");
                }

                break;
        }
    }

    // Before the step counts as folded, and so before it can be committed: behind that no replay would announce them again.
    private async Task HandToOutboxAsync()
    {
        List<RaisedAlert>? raised = null;
        foreach (var item in _announced)
        {
            foreach (var alert in item.Announcement.Raised)
            {
                (raised ??= []).Add(new RaisedAlert(item.Customer.Workspace, alert, new Position(item.Kept.Position).Row));
            }
        }

        if (raised is not null)
        {
            await store.TakeAlertsAsync(raised);
        }
    }

    // In the order of the log, and one of each record: several customers may be erased by one.
    private void Owe(Step step)
    {
        var announced = from item in _announced
                        where item.Announcement.Effect is not null
                        select (Cause: new Position(item.Kept.Position), item.Customer.Workspace, Effect: item.Announcement.Effect!);
        foreach (var group in step.Owed.Concat(announced).GroupBy(effect => effect.Cause).OrderBy(group => group.Key.Value))
        {
            var (cause, workspace, effect) = group.First();
            owed.Add(cause, workspace, effect is EraseEffect ? EraseEffect.Join(group.Select(other => other.Effect).OfType<EraseEffect>())! : effect);
        }
    }

    private void Erase()
    {
        foreach (var item in _announced)
        {
            if (item is { Announcement.Erased: { } erased, Record: { } record })
            {
                var (workspace, customer, position) = (item.Customer.Workspace, item.Customer.Id, new Position(item.Kept.Position));
                var part = head.WorkspaceOf(workspace).Erased;
                part.Remember(customer, erased.Emails, record.NowMs, erased.UntilMs, salt);
                part.Leave(new ErasedId(customer, position));
                index.Erase(workspace, customer, position);
                Touch(workspace, TopicKind.Customer, customer);
            }
        }
    }

    private void TakeIntoIndex((EntityKey Customer, CustomerFolded Folded)[] answers)
    {
        foreach (var (customer, folded) in answers)
        {
            if (folded.Entry is { } entry && index.Take(customer.Workspace, customer.Id, new Position(folded.Position), entry) is not null)
            {
                Touch(customer.Workspace, TopicKind.Customer, customer.Id);
            }
        }
    }

    private void ShowFeed()
    {
        foreach (var item in _announced)
        {
            var workspace = index.WorkspaceOf(item.Customer.Workspace);
            if (item.Announcement.IsCounted && item.Record is { } record && record.InteractionIn(names) is { } interaction && workspace.Find(item.Customer.Id) is { } customer)
            {
                // Imports count for the rate, and do not show in the feed.
                workspace.Rate.Add(1, record.Line?.ReceivedMs ?? record.NowMs);
                if (record.IsNews)
                {
                    workspace.Recent.Add(new Position(record.Position), head.ClockMs, interaction, customer);
                }
                else
                {
                    workspace.ImportedMs = head.ClockMs;
                }
            }
        }
    }

    private void TakeNote(Step step)
    {
        if (step.Reevaluation is not { } done)
        {
            return;
        }

        var segment = head.WorkspaceOf(done.Workspace).Segments[done.Slot];

        // At the end it names nobody: that customer may be erased one day.
        segment.Cursor = done.IsLast ? "" : done.Customers.Count > 0 ? done.Customers[^1] : segment.Cursor;
        segment.Done = Math.Min(segment.Target, segment.Done + done.Customers.Count);
        segment.IsRedefining = !done.IsLast;
        segment.Done = done.IsLast ? segment.Target : segment.Done;
        Touch(done.Workspace, TopicKind.Segment, segment.Definition.Id);
        Touch(done.Workspace, TopicKind.Workspace, "");
    }

    private void Touch(string workspace, TopicKind kind, string id) => _touched.Add(WatchedTopic.Of(workspace, new Topic(kind, id)));
}
