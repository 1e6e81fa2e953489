using CxGrains.Domain;
using CxGrains.Domain.Customers;
using Orleans.Placement;

namespace CxGrains.Cluster.Customers;

/// <inheritdoc cref="ICustomerGrain"/>
/// <remarks>
/// It is made where its partition's worker is, so that most calls stay in one process. It never saves by itself and nothing is done
/// when it is deactivated: the worker saves it before it commits, and what is lost until then it hands over again.
/// </remarks>
[PreferLocalPlacement, GrainType("customer")]
internal sealed class CustomerGrain(
    [PersistentState("state", ClusterStorage.Customers)] IPersistentState<CustomerRow> stored, NamePool names, TimelineSources sources)
    : Grain, ICustomerGrain
{
    private CustomerEntity _customer = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _customer = Begin();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<CustomerFolded> FoldAsync(CustomerRecords records)
    {
        if (!_customer.Served.TryServe(records.Worker))
        {
            await BeginAnewAsync(records.Worker);
        }

        var folded = _customer.Fold(records, sources);
        if (folded.Poisoned != 0)
        {
            await BeginAnewAsync(records.Worker);
        }

        return folded;
    }

    /// <inheritdoc/>
    public async Task<long> SaveAsync()
    {
        _customer.Served.NoteOtherCall();
        if (_customer.IsChanged)
        {
            stored.State = _customer.ToRow();
            await stored.WriteStateAsync();
            stored.State = new CustomerRow();
            _customer.MarkSaved();
        }

        return _customer.Activation;
    }

    /// <inheritdoc/>
    public async Task AdoptAsync(byte[] state)
    {
        var position = Begin(new CustomerRow { State = state }).Position;
        if (position >= _customer.Position)
        {
            stored.State = new CustomerRow { State = state, Position = position.Value };
            await stored.WriteStateAsync();
            _customer = Begin();
        }

        _customer.Served.NoteOtherCall();

        // All customers come, one after the other: they need not stay.
        DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public async Task EraseAsync(long position)
    {
        _customer.Served.NoteOtherCall();
        if (_customer.Position > new Position(position))
        {
            return;
        }

        stored.State = new CustomerRow { Position = position };
        await stored.ClearStateAsync();

        if (_customer.Position < new Position(position))
        {
            // A worker that was old and did not know it has brought it back. Else this life goes on: its worker may be bound to it.
            DeactivateOnIdle();
        }
    }

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync()
    {
        _customer.Served.NoteOtherCall();
        var state = _customer.ToState();
        if (state is null)
        {
            // Asked for an id that is nobody's: no reason to stay in memory.
            DeactivateOnIdle();
        }

        return Task.FromResult(state);
    }

    private async Task BeginAnewAsync(long worker)
    {
        await stored.ReadStateAsync();
        _customer = Begin();
        _customer.Served.TryServe(worker);
    }

    // The stored bytes are let go once they are read: the state itself is in memory, and twice would be twice.
    private CustomerEntity Begin()
    {
        var customer = Begin(stored.State);
        stored.State = new CustomerRow();
        return customer;
    }

    private CustomerEntity Begin(CustomerRow row) => new(GrainKeys.Split(this.GetPrimaryKeyString()).Id, row, names, sources);
}
