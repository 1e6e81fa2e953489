using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Tests.Simulation.Machine;
using CxGrains.Domain;
using CxGrains.Domain.Customers;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>A customer of the simulated cluster: what its grain does, around the real entity.</summary>
internal sealed class SimulatedCustomer(string id, Faults faults, NamePool names, TimelineSources sources)
    : SimulatedEntity<CustomerEntity, CustomerRow>(faults, new CustomerRow())
{
    /// <summary>Hands records to it.</summary>
    public Task<CustomerFolded> FoldAsync(int silo, CustomerRecords records) => CallAsync(silo, life =>
    {
        life = life.Served.TryServe(records.Worker) ? life : BeginAnew(life, records.Worker);
        var folded = life.Fold(Poison(records), sources);
        if (folded.Poisoned != 0)
        {
            BeginAnew(life, records.Worker);
        }

        return folded;
    });

    /// <summary>Deletes what is stored of it, unless it began anew behind a position.</summary>
    public Task EraseAsync(int silo, Position position) =>
        ClearAsync(silo, () => new CustomerRow { Position = Math.Max(Stored.Position, position.Value) }, life => life.Position <= position);

    private CustomerEntity BeginAnew(CustomerEntity life, long worker)
    {
        var next = BeginAnew(life);
        next.Served.TryServe(worker);
        return next;
    }

    /// <inheritdoc/>
    protected override CustomerEntity Begin(CustomerRow stored) => new(id, stored, names, sources);

    /// <inheritdoc/>
    protected override long ActivationOf(CustomerEntity life) => life.Activation;

    /// <inheritdoc/>
    protected override void NoteOtherCall(CustomerEntity life) => life.Served.NoteOtherCall();

    /// <inheritdoc/>
    protected override bool IsChanged(CustomerEntity life) => life.IsChanged;

    /// <inheritdoc/>
    protected override CustomerRow ToStored(CustomerEntity life) => life.ToRow();

    /// <inheritdoc/>
    /// <remarks>What is left of one that was erased is where that was.</remarks>
    protected override bool IsRefused(CustomerRow stored) => Stored.State is null && stored.Position <= Stored.Position;

    /// <inheritdoc/>
    protected override void MarkSaved(CustomerEntity life) => life.MarkSaved();

    // Nothing that is accepted makes the fold throw, so that a line nobody can read stands for what would.
    private static CustomerRecords Poison(CustomerRecords records) => !Array.Exists(records.Records, IsPoison) ? records : new CustomerRecords
    {
        CommittedRow = records.CommittedRow,
        Rules = records.Rules,
        BoundTo = records.BoundTo,
        Worker = records.Worker,
        Records = Array.ConvertAll(records.Records, record => !IsPoison(record) ? record : new CustomerRecord
        {
            Position = record.Position,
            Kind = record.Kind,
            NowMs = record.NowMs,
            Line = new InteractionLine { Utf8 = "{"u8.ToArray(), ReceivedMs = record.Line!.ReceivedMs },
        }),
    };

    private static bool IsPoison(CustomerRecord record) => record.Line is { } line && Workload.IsPoison(line.Utf8.Span);
}
