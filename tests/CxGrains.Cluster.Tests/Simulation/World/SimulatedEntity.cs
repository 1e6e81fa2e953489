using CxGrains.Cluster.Tests.Simulation.Machine;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>
/// An entity as a cluster keeps it: stored, and alive in memory on one silo; on another too, while that one does not know that it was
/// taken for dead. Each life takes one call at a time, and saves only over what it began with or saved itself.
/// </summary>
/// <typeparam name="TLife">A life in memory.</typeparam>
/// <typeparam name="TStored">What is stored of it.</typeparam>
internal abstract class SimulatedEntity<TLife, TStored>(Faults faults, TStored empty) : ISimulatedEntity
    where TLife : class
{
    private readonly Place[] _places = [new(), new()];
    private long _version;

    /// <summary>What is stored.</summary>
    public TStored Stored { get; private set; } = empty;

    /// <inheritdoc/>
    public void Lose(int silo) => Lose(_places[silo]);

    /// <inheritdoc/>
    public Task<long> SaveAsync(int silo) => InTurnAsync(silo, SaveAsync);

    /// <summary>A call to the life that a silo knows.</summary>
    protected Task<T> CallAsync<T>(int silo, Func<TLife, T> call) => InTurnAsync(silo, place => Task.FromResult(call(LifeAt(place))));

    /// <summary>Another life in the place of one, with what is stored.</summary>
    protected TLife BeginAnew(TLife life)
    {
        var place = Array.Find(_places, place => place.Life == life)!;
        place.Life = null;
        return LifeAt(place);
    }

    /// <summary>Deletes what is stored where the life that a silo knows is meant; another one follows it.</summary>
    protected Task<bool> ClearAsync(int silo, Func<TStored> nothing, Func<TLife, bool> isMeant) => InTurnAsync(silo, async place =>
    {
        var life = LifeAt(place);
        NoteOtherCall(life);
        if (!isMeant(life))
        {
            return false;
        }

        await faults.HopAsync();
        Write(place, nothing(), isRefused: false);
        return true;
    });

    /// <summary>A life that begins with what is stored.</summary>
    protected abstract TLife Begin(TStored stored);

    /// <summary>Which one it is.</summary>
    protected abstract long ActivationOf(TLife life);

    /// <summary>A call that tells no worker.</summary>
    protected abstract void NoteOtherCall(TLife life);

    /// <summary>Whether there is anything to save.</summary>
    protected abstract bool IsChanged(TLife life);

    /// <summary>What to store.</summary>
    protected abstract TStored ToStored(TLife life);

    /// <summary>Whether storage refuses a state, whatever version it replaces.</summary>
    protected abstract bool IsRefused(TStored stored);

    /// <summary>It is stored.</summary>
    protected abstract void MarkSaved(TLife life);

    private void Lose(Place place)
    {
        place.IsLost = true;
        _places[Array.IndexOf(_places, place)] = new Place();
    }

    // What waits for a life that is lost is handed to the next.
    private async Task<T> InTurnAsync<T>(int silo, Func<Place, Task<T>> call)
    {
        while (true)
        {
            var place = _places[silo];
            var (before, mine) = (place.Turn, new TaskCompletionSource());
            place.Turn = mine.Task;
            await before;
            try
            {
                if (!place.IsLost)
                {
                    return await call(place);
                }
            }
            finally
            {
                mine.SetResult();
            }
        }
    }

    private async Task<long> SaveAsync(Place place)
    {
        var life = LifeAt(place);
        NoteOtherCall(life);
        if (IsChanged(life))
        {
            var stored = ToStored(life);
            await faults.HopAsync();
            if (place.IsLost && faults.Toss())
            {
                throw new TimeoutException("It was lost before it could save");
            }

            Write(place, stored, IsRefused(stored));
            if (place.IsLost)
            {
                throw new TimeoutException("It was lost once it had saved");
            }

            MarkSaved(life);
        }

        return ActivationOf(life);
    }

    private void Write(Place place, TStored stored, bool isRefused)
    {
        if (place.Version != _version || isRefused)
        {
            if (!place.IsLost)
            {
                Lose(place);
            }

            throw new InvalidOperationException("Another life has saved since this one began, or it is from before an erase");
        }

        Stored = stored;
        place.Version = ++_version;
    }

    private TLife LifeAt(Place place)
    {
        if (place.Life is null)
        {
            place.Life = Begin(Stored);
            place.Version = _version;
        }

        return place.Life;
    }

    private sealed class Place
    {
        public TLife? Life { get; set; }

        public long Version { get; set; }

        public Task Turn { get; set; } = Task.CompletedTask;

        public bool IsLost { get; set; }
    }
}
