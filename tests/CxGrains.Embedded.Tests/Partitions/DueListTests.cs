using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Interactions;
using CxGrains.Embedded.Partitions;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Embedded.Tests.Partitions;

public class DueListTests
{
    private const int Customers = 4;
    private const long StartMs = 1_750_000_000_000;

    [Fact]
    public void A_customer_is_taken_when_it_is_due_and_not_before()
    {
        var world = new World();
        world.Visit(0, 10);
        var dueMs = world.DueMs(0);

        Assert.Empty(world.Take(dueMs - 1));
        Assert.Equal([0], world.Take(dueMs));
        Assert.Empty(world.Take(dueMs));
    }

    [Fact]
    public void Activity_moves_the_due_time_back()
    {
        var world = new World();
        world.Visit(0, 10);
        var firstMs = world.DueMs(0);
        world.Visit(0, 40);

        Assert.Empty(world.Take(firstMs));
        Assert.Equal([0], world.Take(world.DueMs(0)));
    }

    [Fact]
    public void The_list_gives_what_a_look_at_every_customer_would() => Law.Holds(
        (from isVisit in Gen.Elements(true, true, false)
         from customer in Gen.Choose(0, Customers - 1)
         from days in Gen.Choose(0, 120)
         select (isVisit, customer, days)).ListOf(),
        steps =>
        {
            var world = new World();
            var clockMs = StartMs;
            foreach (var (isVisit, customer, days) in steps)
            {
                if (isVisit)
                {
                    // Late visits too: they may bring a due time forward.
                    world.Visit(customer, days - 60, clockMs);
                    continue;
                }

                clockMs += days * TimeSpan.MillisecondsPerDay;
                var due = Enumerable.Range(0, Customers).Where(i => world.DueMs(i) <= clockMs).ToList();
                Assert.Equal(due, world.Take(clockMs).Order());
                world.Settle(due, clockMs);
            }

            return true;
        });

    private sealed class World
    {
        private readonly DueList<CustomerEntry> _list = new();
        private readonly List<(CustomerEntry Entry, Customer Customer)> _all =
            [.. Enumerable.Range(0, Customers).Select(i => (new CustomerEntry($"{i}"), new Customer($"{i}")))];

        private readonly Announcement _announcement = new();
        private readonly TimelineSources _sources = new();
        private int _row;

        public long DueMs(int customer) => _all[customer].Entry.NextDueMs;

        public void Visit(int customer, int day, long clockMs = StartMs)
        {
            var visit = new Interaction { Customer = $"{customer}", Type = "visit", Kind = InteractionKind.Visit, AtMs = clockMs + (day * TimeSpan.MillisecondsPerDay) };
            CustomerFold.Fold(_all[customer].Customer, visit, null, ContextAt(clockMs), _announcement);
            Schedule(customer);
        }

        public List<int> Take(long nowMs)
        {
            var taken = new List<int>();
            while (_list.TryTake(nowMs, out var entry))
            {
                taken.Add(int.Parse(entry.Id, System.Globalization.CultureInfo.InvariantCulture));
            }

            return taken;
        }

        public void Settle(List<int> customers, long nowMs)
        {
            foreach (var customer in customers)
            {
                CustomerFold.FoldDue(_all[customer].Customer, ContextAt(nowMs), _announcement);
                Schedule(customer);
            }
        }

        private FoldContext ContextAt(long nowMs) => new(Position.At(++_row, 0), nowMs, true, WorkspaceRules.None, _sources);

        private void Schedule(int customer)
        {
            _all[customer].Entry.Refresh(_all[customer].Customer, profileChanged: false, memberChanged: false);
            _list.Schedule(_all[customer].Entry);
        }
    }
}
