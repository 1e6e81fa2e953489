using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tests.Customers;

/// <summary>One customer to which things happen, record after record, as a partition's worker would fold them.</summary>
internal sealed class CustomerStory
{
    public const long DayMs = TimeSpan.MillisecondsPerDay;

    /// <summary>2025-06-15, 12:00 UTC.</summary>
    public const long NoonMs = 1_749_988_800_000;

    private static readonly Dictionary<string, SurveyDefinition> Surveys = new()
    {
        ["nps"] = new() { Id = "nps", Name = "nps", Metric = SurveyMetric.Nps, Scale = 10 },
        ["csat"] = new() { Id = "csat", Name = "csat", Metric = SurveyMetric.Csat, Scale = 5 },
        ["ces"] = new() { Id = "ces", Name = "ces", Metric = SurveyMetric.Ces, Scale = 7 },
    };

    private readonly NamePool _names = new();
    private readonly TimelineSources _sources = new();

    public CustomerStory(params IReadOnlyList<SegmentDefinition> segments) => Segments = segments;

    public IReadOnlyList<SegmentDefinition> Segments { get; set; }

    public WorkspaceSettings Settings { get; set; } = WorkspaceSettings.Default;

    public AlertRules Rules { get; set; } = AlertRules.Default;

    public Customer Customer { get; init; } = new("ada");

    /// <summary>What the last record meant for others.</summary>
    public Announcement Announcement { get; } = new();

    public List<Alert> Raised { get; } = [];

    public int Recoveries { get; private set; }

    public static string Line(string id, string type, long atMs, string more = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{id}}","customer":"ada","type":"{{type}}","at":"{{Instants.ToTime(atMs):yyyy-MM-ddTHH:mm:ss.fffZ}}"{{(more.Length > 0 ? "," + more : "")}}}""");

    public CustomerStory Takes(MergeEffect merge, long nowMs = NoonMs)
    {
        CustomerFold.FoldMerge(Customer, merge, _names, ContextAt(nowMs, isNews: false), Announcement);
        Note();
        return this;
    }

    public CustomerStory Takes(ForwardEffect forward, long nowMs = NoonMs)
    {
        var survey = forward.Interaction.Answer is { } answer ? Surveys[answer.Survey] : null;
        CustomerFold.Fold(Customer, forward.Interaction, survey, ContextAt(nowMs, forward.IsNews), Announcement);
        Note();
        return this;
    }

    public CustomerStory Happens(string line, long nowMs = NoonMs, bool isImport = false)
    {
        var interaction = InteractionReader.TryRead(Encoding.UTF8.GetBytes(line), nowMs, _names, out var read, out var error)
            ? read!
            : throw new InvalidOperationException($"{line}: {error}");
        var survey = interaction.Answer is { } answer ? Surveys[answer.Survey] : null;
        CustomerFold.Fold(Customer, interaction, survey, ContextAt(nowMs, !isImport), Announcement);
        Note();
        return this;
    }

    public CustomerStory IsDue(long nowMs)
    {
        CustomerFold.FoldDue(Customer, ContextAt(nowMs, isNews: true), Announcement);
        Note();
        return this;
    }

    public CustomerStory IsRedefined(long nowMs)
    {
        CustomerFold.FoldRedefinition(Customer, ContextAt(nowMs, isNews: false), Announcement);
        Note();
        return this;
    }

    /// <summary>Somebody does something with one of the customer's alerts.</summary>
    public CustomerStory IsHandled(Alert alert, AlertAction action, long nowMs = NoonMs)
    {
        var act = new AlertAct(nowMs, "Mia", action, action == AlertAction.Snooze ? nowMs + DayMs : 0, action == AlertAction.Resolve ? AlertOutcome.Saved : null, null);
        CustomerFold.FoldAct(Customer, new HandledAlert(alert.Id, alert.Rule, act, IsCounted: true), ContextAt(nowMs, isNews: true), Announcement);
        Note();
        return this;
    }

    public CustomerView ViewAt(long nowMs) => CustomerViews.Of(
        Customer,
        WorkspaceDefinitions.Empty with { Segments = Segments.ToImmutableSortedDictionary(segment => segment.Id, segment => segment, StringComparer.Ordinal) },
        nowMs,
        isNow: true);

    public static CustomerStory Of(IEnumerable<string> lines)
    {
        var story = new CustomerStory();
        foreach (var line in lines)
        {
            story.Happens(line);
        }

        return story;
    }

    private FoldContext ContextAt(long nowMs, bool isNews) => new(Position.At(Customer.Position.Row + 1, 0), nowMs, isNews, WorkspaceRules.None with { Segments = Segments, Settings = Settings, Alerts = Rules }, _sources);

    private void Note()
    {
        Raised.AddRange(Announcement.Raised);
        Recoveries += Announcement.HasRecovered ? 1 : 0;
    }
}
