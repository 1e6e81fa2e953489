using CxGrains.Abstractions;
using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using Npgsql;

namespace CxGrains.Cluster.Tests.Outages;

/// <summary>What fails outside is told without what it says of the inside, and what only a program can have done wrong is left as it is.</summary>
public class GrainCallsTests
{
    private const string Inside = "Failed to connect to 10.0.0.7:5432";

    public static TheoryData<Exception> Outages => [new OrleansException(Inside), new TimeoutException(Inside), new NpgsqlException(Inside)];

    public static TheoryData<Exception> FailuresInGrains => [new NpgsqlException(Inside), new UnavailableException(Inside, 1), new BusyException(Inside, 1)];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task An_outage_is_told_in_general_words_and_keeps_its_cause_for_the_log(Exception outage)
    {
        var error = await Assert.ThrowsAsync<UnavailableException>(() => Task.FromException<int>(outage).OrUnavailableAsync(CancellationToken.None));

        Assert.DoesNotContain("10.0.0.7", error.Message, StringComparison.Ordinal);
        Assert.Same(outage, error.InnerException);
        Assert.InRange(error.RetryAfterSeconds, 1, 10);
    }

    [Fact]
    public async Task Other_errors_stay_what_they_are() => await Assert.ThrowsAsync<InvalidFieldException>(
        () => Task.FromException<int>(new InvalidFieldException("name", "is too long")).OrUnavailableAsync(CancellationToken.None));

    [Theory]
    [MemberData(nameof(FailuresInGrains))]
    public async Task What_fails_in_a_grain_leaves_it_as_an_exception_that_can_be_sent(Exception failure)
    {
        var error = await Assert.ThrowsAsync<OrleansException>(() => GrainCalls.ForCallersAsync(() => Task.FromException(failure)));

        Assert.Equal(typeof(OrleansException), error.GetType());
        Assert.Null(error.InnerException);
        Assert.Contains(Inside, error.Message, StringComparison.Ordinal);
    }
}
