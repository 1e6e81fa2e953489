using BenchmarkDotNet.Attributes;
using CxGrains.Domain.Customers;

namespace CxGrains.Benchmarks;

/// <summary>Writing a customer for a checkpoint, and reading it back when it is first needed.</summary>
[MemoryDiagnoser]
public class EncodingBenchmarks
{
    private const int BytesMax = 64 * 1024;

    private readonly SampleCustomers _samples = new();
    private readonly byte[] _target = new byte[BytesMax];
    private Customer _customer = new("none");
    private byte[] _encoded = [];

    /// <summary>Interactions of the customer.</summary>
    [Params(20, 200)]
    public int Interactions { get; set; }

    /// <summary>Makes the customer.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _customer = _samples.Create(Interactions);
        _encoded = _target[..(int)Encode()];
    }

    /// <summary>Writes; says how many bytes.</summary>
    [Benchmark]
    public long Encode()
    {
        using var target = new MemoryStream(_target);
        using var writer = new BinaryWriter(target);
        CustomerEncoding.Encode(_customer, writer);
        return target.Position;
    }

    /// <summary>Reads.</summary>
    [Benchmark]
    public Customer Decode()
    {
        using var reader = new BinaryReader(new MemoryStream(_encoded));
        return CustomerEncoding.Decode(reader, _samples.Names, _samples.Sources);
    }
}
