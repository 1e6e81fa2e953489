namespace CxGrains.ClusterLoad;

/// <inheritdoc cref="IBareGrain"/>
[GrainType("bare")]
public sealed class BareGrain : Grain, IBareGrain
{
    /// <inheritdoc/>
    public Task<int> CallAsync(int number) => Task.FromResult(number);
}
