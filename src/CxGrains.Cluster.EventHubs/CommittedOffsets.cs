using System.Globalization;

namespace CxGrains.Cluster.EventHubs;

/// <summary>
/// Where the provider begins to receive a partition: at what is committed. Of what it has delivered it tells here too, and that
/// changes nothing, as being delivered is not being committed.
/// </summary>
internal sealed class CommittedOffsets(IGrainFactory grains) : IStreamQueueCheckpointerFactory
{
    /// <inheritdoc/>
    public Task<IStreamQueueCheckpointer<string>> Create(string partition) => Task.FromResult<IStreamQueueCheckpointer<string>>(
        new Partition(grains.GetGrain<IHubPartitionGrain>(long.Parse(partition, CultureInfo.InvariantCulture))));

    private sealed class Partition(IHubPartitionGrain partition) : IStreamQueueCheckpointer<string>
    {
        public bool CheckpointExists { get; private set; }

        public async Task<string> Load()
        {
            var offset = await partition.CommittedOffsetAsync();
            CheckpointExists = offset is not null;
            return offset ?? "";
        }

        public void Update(string offset, DateTime utcNow)
        {
        }
    }
}
