using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tests.Alerts.Movements;

/// <summary>What a look makes of merged sums: a stand-in gives them, so that each case is a few lines.</summary>
public class MovementWatcherTests
{
    // 2025-06-15 12:00 UTC.
    private const long NoonMs = 1_749_988_800_000;
    private const long DayMs = 86_400_000;
    private const long MinuteMs = 60_000;

    private readonly Sums _sums = new();
    private readonly MovementWatcher _watcher;
    private readonly List<Movement> _movements = [];
    private WorkspaceDefinitions _defined = WorkspaceDefinitions.Empty with
    {
        Surveys = WorkspaceDefinitions.Empty.Surveys.Add("nps", new SurveyDefinition { Id = "nps", Name = "NPS", Metric = SurveyMetric.Nps, Scale = 10, Version = 1 }),
        Alerts = AlertRules.Default.With(new AlertRule
        {
            Id = "fell",
            Name = "NPS falls",
            Version = 1,
            Condition = new AlertCondition { Type = AlertConditionType.SurveyMoved, Survey = "nps", Direction = MovementDirection.Down, WindowDays = 30 },
        }),
    };

    public MovementWatcherTests()
    {
        _watcher = new MovementWatcher(_sums);
        _sums.Answer(50, NoonMs - (40 * DayMs), 10);
        _sums.Answer(10, NoonMs - (40 * DayMs), 8);
        _sums.Answer(60, NoonMs - (5 * DayMs), 10);
    }

    [Fact]
    public async Task A_fall_between_two_looks_is_raised()
    {
        await LookAsync(0);
        _sums.Answer(60, NoonMs, 0);
        await LookAsync(1);

        Assert.Equal([false, true], _movements.Select(movement => movement.Raised is not null));
    }

    [Fact]
    public async Task Late_answers_alone_raise_nothing()
    {
        await LookAsync(0);
        _sums.Answer(60, NoonMs - (3 * DayMs), 0);
        await LookAsync(1);
        await LookAsync(2);

        Assert.Equal([(false, false), (true, false)], _movements.Select(movement => (movement.Watch!.Stands, movement.Raised is not null)));
    }

    [Fact]
    public async Task A_fall_is_news_although_some_answers_came_late()
    {
        await LookAsync(0);
        _sums.Answer(60, NoonMs, 0);
        _sums.Answer(1, NoonMs - (3 * DayMs), 0);
        await LookAsync(1);

        Assert.NotNull(_movements[^1].Raised);
    }

    [Fact]
    public async Task Late_answers_of_before_the_start_are_taken_for_news_and_an_import_is_not()
    {
        _sums.State = _sums.State with { Watches = [new MovementWatch("fell", 1, Stands: false, 0)], ImportedMs = NoonMs - (60 * MinuteMs) + 1 };
        _sums.Answer(60, NoonMs - (3 * DayMs), 0);
        await LookAsync(0);
        Assert.Null(Assert.Single(_movements).Raised);

        _sums.State = _sums.State with { Watches = [new MovementWatch("fell", 1, Stands: false, 0)], ImportedMs = 0 };
        await new MovementWatcher(_sums).LookAsync("acme", _defined, NoonMs, TakeAsync, CancellationToken.None);
        Assert.NotNull(_movements[^1].Raised);
    }

    [Fact]
    public async Task An_import_since_the_look_before_is_no_news()
    {
        await LookAsync(0);
        _sums.Answer(60, NoonMs, 0);
        _sums.State = _sums.State with { ImportedMs = NoonMs };
        await LookAsync(1);

        Assert.Null(_movements[^1].Raised);
        Assert.True(_movements[^1].Watch!.Stands);
    }

    [Fact]
    public async Task What_could_not_be_recorded_is_found_again_and_still_known_to_be_late()
    {
        await LookAsync(0);
        _sums.Answer(60, NoonMs - (3 * DayMs), 0);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _watcher.LookAsync("acme", _defined, NoonMs + MinuteMs, _ => throw new InvalidOperationException(), CancellationToken.None));
        await LookAsync(2);

        Assert.Equal((true, null), (_movements[^1].Watch!.Stands, _movements[^1].Raised));
    }

    [Fact]
    public async Task Rules_that_are_gone_are_forgotten_and_without_any_nothing_is_read()
    {
        await LookAsync(0);
        _defined = _defined with { Alerts = _defined.Alerts.Without("fell") };
        await LookAsync(1);
        Assert.Equal(new Movement("fell", null), _movements[^1]);

        var reads = _sums.Reads;
        await _watcher.LookAsync("acme", WorkspaceDefinitions.Empty, NoonMs, TakeAsync, CancellationToken.None);
        Assert.Equal(reads, _sums.Reads);
    }

    private Task LookAsync(int minute) => _watcher.LookAsync("acme", _defined, NoonMs + (minute * MinuteMs), TakeAsync, CancellationToken.None);

    private Task TakeAsync(Movement movement)
    {
        _movements.Add(movement);
        _sums.State = _sums.State with { Watches = movement.Watch is { } watch ? [watch] : [] };
        return Task.CompletedTask;
    }

    private sealed class Sums : IMovementSums
    {
        private readonly SurveyShard _answers = new(SurveyMetric.Nps, 10);
        private ulong _key;

        public MovementState State { get; set; } = MovementState.None;

        public int Reads { get; private set; }

        public void Answer(int answers, long atMs, int score)
        {
            for (var i = 0; i < answers; i++)
            {
                _answers.Add(new AnswerContribution("nps", SurveyMetric.Nps, 10, atMs, score, null, null, null, "c", ++_key));
            }
        }

        public Task<MovementState> StateAsync(string workspace, long nowMs, CancellationToken cancellationToken)
        {
            Reads++;
            return Task.FromResult(State);
        }

        public Task<SurveyShard?> AnswersAsync(string workspace, string survey, CancellationToken cancellationToken) =>
            Task.FromResult<SurveyShard?>(SurveyShard.Merge(new SurveyShard(SurveyMetric.Nps, 10), _answers));

        public Task<PopulationShard> MembersAsync(string workspace, int slot, CancellationToken cancellationToken) => Task.FromResult(new PopulationShard());

        public Task<WorkspaceShard> SumsAsync(string workspace, CancellationToken cancellationToken) => Task.FromResult(new WorkspaceShard());
    }
}
