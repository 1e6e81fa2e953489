namespace CxGrains.Cluster.Reports;

/// <summary>Issues a workspace's reports when they are due; its key is <c>workspace/all</c>.</summary>
[Alias("cx.IReportGrain")]
internal interface IReportGrain : IGrainWithStringKey
{
    /// <summary>Looks which are due, and issues them.</summary>
    /// <param name="isForced">Whether to look although the last look was not long ago.</param>
    [Alias("Look")]
    Task LookAsync(bool isForced);
}
