using CxGrains.Abstractions.Ingest;
using CxGrains.Domain.Log;

namespace CxGrains.Embedded.Partitions;

/// <summary>Refuses new customers where there are as many as there may be. Known ones go on being served.</summary>
/// <param name="customersMax">Customers of all workspaces.</param>
internal sealed class CustomersLimit(int customersMax)
{
    /// <summary>Looks for lines of new customers, where the limit is reached; else it asks nobody anything.</summary>
    /// <exception cref="LinesRefusedException">There are such lines.</exception>
    public async ValueTask ThrowIfAnyIsNewAsync(IReadOnlyList<Partition> partitions, InteractionBatch batch, CancellationToken cancellationToken)
    {
        if (partitions.Sum(partition => partition.CustomersCount) < customersMax)
        {
            return;
        }

        var slices = Partitioning.Split(batch.Workspace, batch.Interactions, partitions.Count);
        var asked = partitions.Where(partition => slices[partition.Number].Count > 0).Select(partition => partition.AskAsync(state =>
        {
            var workspace = state.Workspaces.GetValueOrDefault(batch.Workspace);
            return slices[partition.Number].Where(line => workspace?.Find(batch.Interactions[line].Customer) is null).ToList();
        }));
        var lines = (await Task.WhenAll(asked).WaitAsync(cancellationToken)).SelectMany(found => found).Order().ToList();
        if (lines.Count > 0)
        {
            throw new LinesRefusedException(lines, "customer", $"is new, and there are as many customers as there may be, {customersMax} (CustomersMax)");
        }
    }
}
