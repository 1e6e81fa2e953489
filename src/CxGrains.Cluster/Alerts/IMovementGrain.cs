namespace CxGrains.Cluster.Alerts;

/// <summary>Looks whether rules of a workspace on surveys, segments and goals have come to hold; its key is <c>workspace/all</c>. Being one, it decides.</summary>
[Alias("cx.IMovementGrain")]
internal interface IMovementGrain : IGrainWithStringKey
{
    /// <summary>Looks, and makes what changed a record of the log.</summary>
    /// <param name="isForced">Whether to look although the last look was not long ago.</param>
    [Alias("Look")]
    Task LookAsync(bool isForced);
}
