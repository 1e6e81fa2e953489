using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Segments;

namespace CxGrains.Benchmarks;

/// <summary>Customers with some interactions behind them.</summary>
internal sealed class SampleCustomers
{
    private readonly Announcement _announcement = new();
    private readonly List<Interaction> _interactions = [];

    /// <summary>Shares names.</summary>
    public NamePool Names { get; } = new();

    /// <summary>Shares timeline sources.</summary>
    public TimelineSources Sources { get; } = new();

    /// <summary>The segments that folding evaluates.</summary>
    public IReadOnlyList<SegmentDefinition> Segments { get; init; } = [];

    /// <summary>A customer with so many interactions.</summary>
    public Customer Create(int interactions)
    {
        var customer = new Customer("customer-042317");
        Fold(customer, 0, interactions);
        return customer;
    }

    /// <summary>Folds a range of the customer's interactions, each received as it happened.</summary>
    public void Fold(Customer customer, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            var interaction = InteractionOf(number);
            var context = new FoldContext(Position.At(number + 1, 0), interaction.AtMs, IsNews: true, WorkspaceRules.None with { Segments = Segments }, Sources);
            CustomerFold.Fold(customer, interaction, null, context, _announcement);
        }
    }

    /// <summary>Puts a customer into an account, from which an earlier one does not take it again.</summary>
    public void Join(Customer customer, string account, long atMs)
    {
        var group = SampleLines.Read(SampleLines.Group(account, atMs), Names);
        var context = new FoldContext(Position.At(customer.Position.Row + 1, 0), atMs, IsNews: true, WorkspaceRules.None, Sources);
        CustomerFold.Fold(customer, group, null, context, _announcement);
    }

    // Read once and kept: what is measured is folding, not reading.
    private Interaction InteractionOf(int number)
    {
        while (_interactions.Count <= number)
        {
            _interactions.Add(SampleLines.Read(SampleLines.Line(_interactions.Count), Names));
        }

        return _interactions[number];
    }
}
