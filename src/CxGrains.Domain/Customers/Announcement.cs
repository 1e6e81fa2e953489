using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Channels;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Customers;

/// <summary>
/// What folding one record into a customer means for others. One instance serves record after record;
/// <see cref="CustomerFold"/> begins it anew each time.
/// </summary>
public sealed class Announcement
{
    private List<Contribution>? _contributions;
    private List<Alert>? _raised;
    private List<string>? _recovered;
    private List<AlertCause>? _causes;
    private List<AnswerContribution>? _withdrawnAnswers;
    private List<AnswerContribution>? _addedAnswers;
    private List<(AnswerContribution Answer, AnswerContribution Bare)>? _bared;

    /// <summary>Whether an interaction was counted; false for repeats and for records that are no interactions.</summary>
    public bool IsCounted { get; internal set; }

    /// <summary>What populations held of the customer before; null where it is new.</summary>
    public PopulationMember? Before { get; internal set; }

    /// <summary>What populations hold of it from now on.</summary>
    public PopulationMember After { get; internal set; }

    /// <summary>Whether <see cref="After"/> differs from <see cref="Before"/>.</summary>
    public bool IsMemberChanged { get; internal set; }

    /// <summary>The segments it was in, one bit a slot.</summary>
    public ulong MembershipBefore { get; internal set; }

    /// <summary>The segments it is in now.</summary>
    public ulong MembershipAfter { get; internal set; }

    /// <summary>Answers that no longer count: one that an edit replaced, or all of a customer that was merged away.</summary>
    public IReadOnlyList<AnswerContribution> WithdrawnAnswers => _withdrawnAnswers ?? (IReadOnlyList<AnswerContribution>)[];

    /// <summary>Answers that count from now on: one that was given, or those of a customer that was merged in.</summary>
    public IReadOnlyList<AnswerContribution> AddedAnswers => _addedAnswers ?? (IReadOnlyList<AnswerContribution>)[];

    /// <summary>The answer that an edit replaced; null where it replaced none.</summary>
    public AnswerContribution? WithdrawnAnswer
    {
        get => First(_withdrawnAnswers);
        internal set => Set(ref _withdrawnAnswers, value);
    }

    /// <summary>The answer that was given; null where none was.</summary>
    public AnswerContribution? AddedAnswer
    {
        get => First(_addedAnswers);
        internal set => Set(ref _addedAnswers, value);
    }

    /// <summary>Whether the customer is no more, because it was merged away or erased: populations lose it.</summary>
    public bool IsGone { get; internal set; }

    /// <summary>What is remembered of the customer, because it was erased; null where it was not.</summary>
    public ErasedCustomer? Erased { get; internal set; }

    /// <summary>What this has to bring about at another customer, which may live in another partition; null for nothing.</summary>
    public Effect? Effect { get; internal set; }

    /// <summary>A survey that was reported sent; null for none.</summary>
    public SentSurvey? Sent { get; internal set; }

    /// <summary>Alerts that a person should hear, the most severe first, at most <see cref="Alert.RaisedMax"/>; mostly none.</summary>
    public IReadOnlyList<Alert> Raised => _raised ?? (IReadOnlyList<Alert>)[];

    /// <summary>Whether the customer is no longer at high risk.</summary>
    public bool HasRecovered { get; internal set; }

    /// <summary>The rules whose earlier alerts for the customer have lost their cause; mostly none.</summary>
    public IReadOnlyList<string> Recovered => _recovered ?? (IReadOnlyList<string>)[];

    /// <summary>What somebody did with one of its alerts; mostly nothing.</summary>
    public HandledAlert? Handled { get; internal set; }

    /// <summary>What is remembered of a rule on a survey, a segment or a goal; null where nothing changes.</summary>
    public WatchChange? Watch { get; internal set; }

    /// <summary>What happened on a channel; null for nothing that is counted there.</summary>
    public ChannelCount? Channel { get; internal set; }

    /// <summary>Whether something became of churn predictions, which the model learns from.</summary>
    public bool HasOutcomes => _contributions is { Count: > 0 } contributions && contributions.Exists(contribution => contribution is OutcomeContribution);

    /// <summary>Whether populations count more of it than their members.</summary>
    public bool HasParts => Channel is not null || Contributions.Count > 0;

    /// <summary>What it means for the sums of populations besides their members; mostly nothing.</summary>
    public IReadOnlyList<Contribution> Contributions => _contributions ?? (IReadOnlyList<Contribution>)[];

    /// <summary>The segments that count more of it than their members, one bit a slot.</summary>
    public ulong PartsMembership
    {
        get
        {
            if (!HasParts)
            {
                return 0;
            }

            var slots = Channel is null ? 0 : MembershipAfter;
            foreach (var contribution in Contributions)
            {
                slots |= contribution.Segments ?? MembershipAfter;
            }

            return slots;
        }
    }

    /// <summary>Whether it means nothing for anyone.</summary>
    public bool IsEmpty =>
        !HasParts && !IsCounted && !IsMemberChanged && MembershipBefore == MembershipAfter && WithdrawnAnswer is null && AddedAnswer is null && Sent is null
        && Raised.Count == 0 && Recovered.Count == 0 && Handled is null && Watch is null && !HasRecovered && Effect is null && Erased is null;

    /// <summary>What a look at a rule's survey, segment or goal means for the alerts. It is of no customer.</summary>
    public static Announcement Of(Movement movement)
    {
        var announcement = new Announcement { Watch = movement.Change };
        if (movement.Raised is { } alert)
        {
            announcement.Raise(alert);
        }

        if (movement.HasEnded)
        {
            announcement.Recover(movement.Rule);
        }

        return announcement;
    }

    /// <summary>What somebody did with an alert that is of no customer.</summary>
    public static Announcement Of(HandledAlert handled) => new() { Handled = handled };

    internal void Begin(Customer customer)
    {
        IsCounted = false;
        Before = customer.IsEmpty ? null : customer.ToMember();
        MembershipBefore = customer.Membership;
        WithdrawnAnswer = null;
        AddedAnswer = null;
        Sent = null;
        _raised?.Clear();
        _recovered?.Clear();
        _causes?.Clear();
        Handled = null;
        Watch = null;
        HasRecovered = false;
        Channel = null;
        IsGone = false;
        Erased = null;
        Effect = null;
        _contributions?.Clear();
        _bared?.Clear();
    }

    /// <summary>What the record has brought about so far, for <see cref="AlertFold.Finish"/>.</summary>
    internal IReadOnlyList<AlertCause> Causes => _causes ?? (IReadOnlyList<AlertCause>)[];

    internal void Note(AlertCause cause) => (_causes ??= new List<AlertCause>(1)).Add(cause);

    internal void TakeBack(AlertRule rule) => _causes?.RemoveAll(cause => cause.Rule.Id == rule.Id);

    internal void Raise(Alert alert) => (_raised ??= new List<Alert>(1)).Add(alert);

    internal void Recover(string rule) => (_recovered ??= new List<string>(1)).Add(rule);

    internal void Contribute(Contribution contribution) => (_contributions ??= new List<Contribution>(1)).Add(contribution);

    internal void Withdraw(AnswerContribution answer) => (_withdrawnAnswers ??= new List<AnswerContribution>(1)).Add(answer);

    /// <summary>Says that an answer has lost its comment, which is no answer that is given.</summary>
    internal void Bare(AnswerContribution answer, AnswerContribution bare) => (_bared ??= new List<(AnswerContribution, AnswerContribution)>(1)).Add((answer, bare));

    internal void Add(AnswerContribution answer) => (_addedAnswers ??= new List<AnswerContribution>(1)).Add(answer);

    internal void Restore(List<Contribution> contributions) => _contributions = contributions;

    internal void End(Customer customer)
    {
        TakeBared();
        if (customer.IsEmpty)
        {
            After = default;
            IsMemberChanged = IsGone = Before is not null;
            MembershipAfter = 0;
            return;
        }

        // Most interactions change nothing that populations hold: say so without comparing everything.
        if (Before is { } before && before.Band == customer.Band && ReferenceEquals(before.Purchases, customer.Purchases) && AddedAnswer is null
            && before.HasReferred == customer.HasReferred && before.AdvocateDay == customer.AdvocateDay)
        {
            After = before;
            IsMemberChanged = false;
        }
        else
        {
            After = customer.ToMember();
            IsMemberChanged = Before != After;
        }

        MembershipAfter = customer.Membership;
    }

    // The same record may have brought an answer that lost its comment at once, or an edit of one that had just lost it.
    private void TakeBared()
    {
        foreach (var (answer, bare) in _bared ?? [])
        {
            if (_withdrawnAnswers?.Remove(bare) == true)
            {
                Withdraw(answer);
            }
            else if (_addedAnswers?.Remove(answer) == true)
            {
                Add(bare);
            }
            else
            {
                Withdraw(answer);
                Add(bare);
            }
        }
    }

    private static AnswerContribution? First(List<AnswerContribution>? answers) => answers is { Count: > 0 } ? answers[0] : null;

    private static void Set(ref List<AnswerContribution>? answers, AnswerContribution? answer)
    {
        answers?.Clear();
        if (answer is not null)
        {
            (answers ??= new List<AnswerContribution>(1)).Add(answer);
        }
    }
}
