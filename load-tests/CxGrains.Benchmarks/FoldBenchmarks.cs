using BenchmarkDotNet.Attributes;
using CxGrains.Domain.Customers;

namespace CxGrains.Benchmarks;

/// <summary>
/// Folding one interaction into a customer. Many customers take ten interactions each, so that none grows much beyond the size
/// that is asked for, and memory is as far away as it is in a real partition.
/// </summary>
[MemoryDiagnoser]
public class FoldBenchmarks
{
    private const int CustomersCount = 2_000;
    private const int InteractionsEach = 10;

    private readonly Customer[] _customers = new Customer[CustomersCount];
    private SampleCustomers _samples = new();

    /// <summary>Interactions that a customer has before.</summary>
    [Params(20, 200)]
    public int Interactions { get; set; }

    /// <summary>Segments defined.</summary>
    [Params(0, 10)]
    public int Segments { get; set; }

    /// <summary>Makes the segments.</summary>
    [GlobalSetup]
    public void Setup() => _samples = new SampleCustomers { Segments = SampleSegments.Take(Segments) };

    /// <summary>Makes the customers anew: folding changes them.</summary>
    [IterationSetup]
    public void CreateCustomers()
    {
        for (var i = 0; i < CustomersCount; i++)
        {
            _customers[i] = _samples.Create(Interactions);
        }
    }

    /// <summary>Folds; the figures are of one interaction.</summary>
    [Benchmark(OperationsPerInvoke = CustomersCount * InteractionsEach)]
    public void Fold()
    {
        foreach (var customer in _customers)
        {
            _samples.Fold(customer, Interactions, InteractionsEach);
        }
    }
}
