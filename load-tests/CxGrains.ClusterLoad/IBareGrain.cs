namespace CxGrains.ClusterLoad;

/// <summary>What all figures are compared with: a grain that does nothing.</summary>
[Alias("load.IBareGrain")]
public interface IBareGrain : IGrainWithIntegerKey
{
    /// <summary>Answers.</summary>
    [Alias("Call")]
    Task<int> CallAsync(int number);
}
