using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// The customers of a partition whose full state is in memory. They are read when first needed; past the bound clean ones that
/// were not used lately are let go (second chance), never one that changed since it was saved.
/// </summary>
internal sealed class Residents(StateReader reader, NamePool names, TimelineSources sources, int countMax)
{
    private readonly Queue<ResidentEntry> _queue = new();
    private int _savedGeneration;

    /// <summary>The generation that changes belong to now; the next checkpoint saves them.</summary>
    public int Generation { get; private set; } = 1;

    /// <summary>Customers that changed in the running generation.</summary>
    public List<ResidentEntry> Changed { get; private set; } = [];

    /// <summary>The checkpoint being copied; it must have a customer before that changes. Null for none.</summary>
    public CheckpointDraft? Draft { get; set; }

    /// <summary>Customers in memory.</summary>
    public int Count => _queue.Count;

    /// <summary>The full state of a customer, read where it is not in memory.</summary>
    public Customer Get(ResidentEntry entry)
    {
        entry.IsTouched = true;
        return entry.Resident ?? Keep(entry, Read(entry));
    }

    /// <summary>The full state of a customer that is about to change; <see cref="MarkChanged"/> follows where it did.</summary>
    public Customer GetToChange(ResidentEntry entry)
    {
        Draft?.Take(entry);
        return Get(entry);
    }

    /// <summary>Makes a new customer resident.</summary>
    public Customer Add(ResidentEntry entry) => Keep(entry, new Customer(entry.Id));

    /// <summary>Takes note that a customer changed.</summary>
    public void MarkChanged(ResidentEntry entry)
    {
        if (entry.ChangedIn != Generation)
        {
            entry.ChangedIn = Generation;
            entry.IsCopied = false;
            Changed.Add(entry);
        }
    }

    /// <summary>Ends the running generation; what it changed is handed over for saving.</summary>
    public List<ResidentEntry> TakeChanged()
    {
        var changed = Changed;
        Changed = [];
        Generation++;
        return changed;
    }

    /// <summary>A generation and all before it are saved.</summary>
    public void MarkSaved(int generation)
    {
        _savedGeneration = generation;
        LetGo();
    }

    /// <summary>A save failed: its customers count as changed again.</summary>
    public void MarkUnsaved(List<ResidentEntry> changed)
    {
        foreach (var entry in changed)
        {
            MarkChanged(entry);
        }
    }

    private Customer Keep(ResidentEntry entry, Customer customer)
    {
        entry.Resident = customer;
        entry.IsTouched = true;
        _queue.Enqueue(entry);
        if (_queue.Count > countMax)
        {
            LetGo();
        }

        return customer;
    }

    // Goes once round at most: when all are changed or in use the bound waits for the next checkpoint, which the bound on
    // interactions between two checkpoints keeps near.
    private void LetGo()
    {
        for (var looks = _queue.Count; looks > 0 && _queue.Count > countMax; looks--)
        {
            var entry = _queue.Dequeue();
            if (entry.ChangedIn > _savedGeneration || entry.IsTouched)
            {
                entry.IsTouched = false;
                _queue.Enqueue(entry);
            }
            else
            {
                entry.Resident = null;
            }
        }
    }

    private Customer Read(ResidentEntry entry)
    {
        using var bytes = new BinaryReader(new MemoryStream(reader.ReadCustomer(entry.Key)));
        return CustomerEncoding.Decode(bytes, names, sources);
    }
}
