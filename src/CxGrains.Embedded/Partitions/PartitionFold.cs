using CxGrains.Abstractions.Live;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores;
using CxGrains.Embedded.Delivery;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// Folds records into a partition: the record into its customer, and what the customer announces into its workspace. Customers and
/// shards are saved in one transaction with the partition's position, so none is ever ahead of another; the shards' own positions
/// are moved along because their encoding is shared with runtimes that need them.
/// </summary>
internal sealed class PartitionFold(
    PartitionState partition, ISurveyLookup surveys, EmbeddedOutbox outbox, TouchedTopics touched, Action<Position, string, Effect> owe)
{
    private readonly Announcement _announcement = new();
    private readonly AnnouncementSink _sink = new(outbox, touched);
    private List<EraseEffect>? _erasing;

    /// <summary>Folds an interaction; says whether it was counted.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="entry">The customer's entry as found before; null where it had none then.</param>
    /// <param name="interaction">What happened.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="isImport">Whether it came with an import.</param>
    public bool Fold(WorkspaceState workspace, ResidentEntry? entry, Interaction interaction, Position position, bool isImport)
    {
        entry ??= workspace.Find(interaction.Customer);
        if (IsErased(workspace, entry, interaction.Customer, position))
        {
            return false;
        }

        if (entry is null && interaction.Type == InteractionTypes.Erase)
        {
            Remember(workspace, interaction.Customer, [], position);
            return false;
        }

        var isNew = entry is null;
        entry ??= partition.AddCustomer(workspace, interaction.Customer);
        var customer = partition.Residents.GetToChange(entry);
        var survey = interaction.Answer is { } answer ? surveys.Find(workspace.Id, answer.Survey) : null;

        CustomerFold.Fold(customer, interaction, survey, ContextAt(position, !isImport, workspace), _announcement);
        if (_announcement.Erased is { } erased)
        {
            Erase(entry, customer, erased, position);
            return false;
        }

        if (!_announcement.IsCounted)
        {
            PassOn(workspace, position);
            return false;
        }

        Take(entry, customer, position, isNew || interaction.Traits is not null || interaction.Account is not null || interaction.MergeInto is not null);
        if (isImport)
        {
            workspace.ImportedMs = partition.ClockMs;
        }
        else
        {
            // The feed shows what happens now, and imports bring the past.
            workspace.Recent.Add(position, partition.ClockMs, interaction, entry);
        }

        return true;
    }

    /// <summary>Folds an effect of another customer's record; says whether an interaction was counted.</summary>
    public bool Fold(WorkspaceState workspace, Effect effect, Position position)
    {
        if (effect is ForwardEffect forward)
        {
            return Fold(workspace, null, forward.Interaction, position, !forward.IsNews);
        }

        if (effect is EraseEffect erase)
        {
            FoldErase(workspace, erase, position);
            return false;
        }

        var merge = (MergeEffect)effect;
        var entry = workspace.Find(effect.Customer);
        if (IsErased(workspace, entry, effect.Customer, position))
        {
            // Whom it comes from is the same person.
            var other = merge.Decode(partition.Names, partition.Sources);
            workspace.Tombstones!.AddEmails(Erasure.EmailsOf(other), partition.ClockMs, Tombstones.UntilMs(workspace.Rules.Settings, partition.ClockMs));
            owe(position, workspace.Id, EraseEffect.Of(merge, other));
            return false;
        }

        entry ??= partition.AddCustomer(workspace, effect.Customer);
        var customer = partition.Residents.GetToChange(entry);
        CustomerFold.FoldMerge(customer, merge, partition.Names, ContextAt(position, isNews: false, workspace), _announcement);
        Take(entry, customer, position, profileChanged: true);
        return false;
    }

    /// <summary>Folds a due record of one customer.</summary>
    public void FoldDue(ResidentEntry entry, Position position)
    {
        var customer = partition.Residents.GetToChange(entry);
        CustomerFold.FoldDue(customer, ContextAt(position, isNews: true, entry.Workspace), _announcement);
        Take(entry, customer, position, profileChanged: false);
    }

    /// <summary>Takes note of a record that names a customer who is not there: it may have been erased meanwhile.</summary>
    public void FoldAbsent(WorkspaceState workspace, string customer, Position position) => IsErased(workspace, null, customer, position);

    /// <summary>Folds what somebody did with an alert of a customer.</summary>
    public void FoldAct(ResidentEntry entry, HandledAlert handled, Position position)
    {
        var customer = partition.Residents.GetToChange(entry);
        CustomerFold.FoldAct(customer, handled, ContextAt(position, isNews: true, entry.Workspace), _announcement);
        Take(entry, customer, position, profileChanged: false);
    }

    /// <summary>Folds what is of no customer: what a look at the survey, segment or goal of a rule has come to, or what somebody did with its alert.</summary>
    public void Fold(WorkspaceState workspace, Announcement announcement, Position position) => _sink.Take(workspace, announcement, position);

    /// <summary>Folds a redefinition's step for one customer.</summary>
    public void FoldRedefinition(ResidentEntry entry, Position position)
    {
        var customer = partition.Residents.GetToChange(entry);
        CustomerFold.FoldRedefinition(customer, ContextAt(position, isNews: false, entry.Workspace), _announcement);
        Take(entry, customer, position, profileChanged: false);
    }

    // A partition takes one effect of a record, whoever of those that are erased here took in others.
    private void FoldErase(WorkspaceState workspace, EraseEffect erase, Position position)
    {
        _erasing = [];
        foreach (var id in erase.All)
        {
            FoldErase(workspace, id, position);
        }

        if (EraseEffect.Join(_erasing) is { } further)
        {
            owe(position, workspace.Id, further);
        }

        _erasing = null;
    }

    private void FoldErase(WorkspaceState workspace, string id, Position position)
    {
        if (workspace.Find(id) is not { } entry)
        {
            Remember(workspace, id, [], position);
        }
        else
        {
            var customer = partition.Residents.GetToChange(entry);
            CustomerFold.FoldErase(customer, ContextAt(position, isNews: false, workspace), _announcement);
            Erase(entry, customer, _announcement.Erased!, position);
        }
    }

    // What is sent for one that was erased folds into nothing, and is to be removed from the log like all the rest of it.
    private bool IsErased(WorkspaceState workspace, ResidentEntry? entry, string customer, Position position)
    {
        if (entry is not null || workspace.Tombstones is not { } tombstones)
        {
            return false;
        }

        var count = tombstones.Count;
        var isErased = tombstones.Holds(customer, partition.ClockMs);
        workspace.TombstonesChanged |= count != tombstones.Count;
        if (isErased)
        {
            Name(workspace, tombstones, position);
        }

        return isErased;
    }

    private void Erase(ResidentEntry entry, Customer customer, ErasedCustomer erased, Position position)
    {
        var workspace = entry.Workspace;
        foreach (var (id, survey) in workspace.Surveys)
        {
            if (survey.Shard.RemoveComments(customer.Id))
            {
                survey.IsChanged = true;
                touched.Add(workspace.Id, TopicKind.Survey, id);
            }
        }

        Take(entry, customer, position, profileChanged: true);
        workspace.Erase(entry);
        entry.Resident = new Customer("");
        Remember(workspace, customer.Id, erased.Emails, position);
    }

    private void Remember(WorkspaceState workspace, string customer, IEnumerable<string> emails, Position position)
    {
        var tombstones = workspace.Tombstones ??= new Tombstones(partition.Salt);
        tombstones.Add(customer, emails, partition.ClockMs, Tombstones.UntilMs(workspace.Rules.Settings, partition.ClockMs));
        Name(workspace, tombstones, position);
    }

    private void Name(WorkspaceState workspace, Tombstones tombstones, Position position)
    {
        tombstones.Name(position);
        workspace.TombstonesChanged = true;
        partition.NamedRow = position.Row;
    }

    private FoldContext ContextAt(Position position, bool isNews, WorkspaceState workspace) =>
        new(position, partition.ClockMs, isNews, workspace.Rules, partition.Sources);

    private void Take(ResidentEntry entry, Customer customer, Position position, bool profileChanged)
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
        _sink.Take(workspace, customer.Id, _announcement, position);
        PassOn(workspace, position);
    }

    private void PassOn(WorkspaceState workspace, Position position)
    {
        if (_erasing is { } erasing && _announcement.Effect is EraseEffect erase)
        {
            erasing.Add(erase);
        }
        else if (_announcement.Effect is { } effect)
        {
            owe(position, workspace.Id, effect);
        }
    }
}
