using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CxGrains.Cluster.Tests.Wire;

/// <summary>Bytes that were stored or sent once must be readable for ever.</summary>
public sealed class GoldenBytesTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    public static TheoryData<string> Types => [.. WireTypes.Serialized.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Old_bytes_still_read(string type)
    {
        var sample = Samples.All.Single(sample => sample.GetType().Name == type);
        var read = _services.GetRequiredService<Serializer>().Deserialize<object>(Convert.FromHexString(GoldenBytes.Of(type)))!;

        Assert.Equal(sample.GetType(), read.GetType());
        Assert.Equal(ByValue.Of(sample), ByValue.Of(read));
    }

    public void Dispose() => _services.Dispose();
}
