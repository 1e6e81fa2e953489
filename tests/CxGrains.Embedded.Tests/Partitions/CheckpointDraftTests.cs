using CxGrains.Conformance.Runtimes;
using CxGrains.Conformance.Traffic;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded.Delivery;
using CxGrains.Embedded.Live;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.State;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxGrains.Embedded.Tests.Partitions;

public class CheckpointDraftTests
{
    private const int Customers = 12;

    private static readonly Gen<(int Before, int[] Slices)> Cases =
        from before in Gen.Choose(1, 100)
        from slices in Gen.Choose(0, 4).ArrayOf()
        select (before, slices);

    [Fact]
    public void An_image_copied_while_folding_goes_on_is_of_the_position_where_it_began() => Law.Holds(Cases, given =>
    {
        var lines = Company.Lines(seed: given.Before, Customers, interactions: given.Before + given.Slices.Length, until: Lines.Noon);
        using var atOnce = new World();
        using var meanwhile = new World();
        foreach (var line in lines.Take(given.Before))
        {
            atOnce.Fold(line);
            meanwhile.Fold(line);
        }

        var expected = atOnce.BeginDraft();
        expected.TakeSlice(int.MaxValue);
        var draft = meanwhile.BeginDraft();
        foreach (var (line, slice) in lines.Skip(given.Before).Zip(given.Slices))
        {
            meanwhile.Fold(line);
            draft.TakeSlice(slice);
        }

        draft.TakeSlice(int.MaxValue);
        Assert.True(draft.IsComplete);
        Assert.Equal(World.BytesOf(expected), World.BytesOf(draft));
        return true;
    });

    [Fact]
    public void What_changes_behind_the_position_belongs_to_the_next_image()
    {
        using var world = new World();
        world.Fold(Lines.Visit("a", "ada", Lines.Noon));
        world.Fold(Lines.Visit("b", "bob", Lines.Noon));
        var first = world.BeginDraft();
        world.Fold(Lines.Visit("c", "ada", Lines.Noon));
        first.TakeSlice(int.MaxValue);

        var second = world.BeginDraft();
        second.TakeSlice(int.MaxValue);

        Assert.Equal((2, 1), (first.Image.Customers.Count, second.Image.Customers.Count));
        Assert.NotEqual(World.BytesOf(first)[0], World.BytesOf(second)[0]);
    }

    private sealed class World : ISurveyLookup, IDisposable
    {
        private readonly TemporaryDirectory _directory = new();
        private readonly StateStore _store;
        private readonly StateReader _reader;
        private readonly PartitionState _state;
        private readonly PartitionFold _fold;
        private readonly NamePool _names = new();
        private readonly EmbeddedOutbox _outbox = new(TimeProvider.System, NullLogger<EmbeddedOutbox>.Instance);
        private int _row;

        public World()
        {
            _store = new StateStore(Path.Combine(_directory.Path, "state.db"));
            _reader = _store.OpenReader(0);
            _state = new PartitionState(0, _names, _reader, [], residentsMax: 1_000);
            _state.AdvanceClock(Lines.Noon.ToUnixTimeMilliseconds());
            _outbox.Open(Path.Combine(_directory.Path, EmbeddedOutbox.FileName));
            _fold = new PartitionFold(_state, this, _outbox, new TouchedTopics(new LiveNotices()), (_, _, _) => { });
        }

        public SurveyDefinition? Find(string workspace, string survey) =>
            new() { Id = survey, Name = survey, Metric = survey == "nps" ? SurveyMetric.Nps : SurveyMetric.Csat, Scale = survey == "nps" ? 10 : 5 };

        public void Fold(string line)
        {
            Assert.True(InteractionReader.TryRead(System.Text.Encoding.UTF8.GetBytes(line), _state.ClockMs, _names, out var interaction, out var error), $"{error}");
            _state.Position = Position.At(++_row, 0);
            _fold.Fold(_state.WorkspaceOf("acme"), null, interaction!, _state.Position, isImport: false);
        }

        public CheckpointDraft BeginDraft()
        {
            var generation = _state.Residents.Generation;
            var draft = new CheckpointDraft(new CheckpointImage(0, _state.Position, _store.Chunks), generation, _state.Residents.TakeChanged(), _row, 0, 0);
            _state.Residents.Draft = draft;
            return draft;
        }

        public static List<string> BytesOf(CheckpointDraft draft)
        {
            draft.Image.SortCustomers();
            return [.. draft.Image.Customers.Select(item => $"{item.Key} {Convert.ToHexString(item.State.Span)} {Convert.ToHexString(item.Entry.Span)}")];
        }

        public void Dispose()
        {
            _outbox.Dispose();
            _reader.Dispose();
            _store.Dispose();
            _directory.Dispose();
        }
    }
}
