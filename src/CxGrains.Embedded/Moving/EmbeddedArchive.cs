using System.Security.Cryptography;
using CxGrains.Abstractions.Moving;
using CxGrains.Domain;
using CxGrains.Embedded.Catalog;
using CxGrains.Embedded.Partitions;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Moving;

/// <summary>A stopped data directory, read whole to be moved into a cluster. It is held like a running program holds it, and nothing in it changes.</summary>
public sealed class EmbeddedArchive : IDisposable
{
    private readonly DataDirectory _directory;
    private readonly NamePool _names = new();
    private readonly List<MovedPart> _catalog;

    private EmbeddedArchive(DataDirectory directory, string path)
    {
        _directory = directory;
        var partitionsCount = (int)(directory.State.FindSetting("partitions") ?? throw new StorageException($"No program was ever started on the data directory '{path}'"));
        CatalogStore.Create(directory.Log.Database);
        _catalog = [.. CatalogParts.Read(directory.Log.Database)];
        var heads = Enumerable.Range(0, partitionsCount).Select(ReadHead).ToList();
        if (UnsavedRows.FindFirst(directory.Log, heads, _names) is { } row)
        {
            throw new StorageException($"The log of '{path}' has rows that no checkpoint holds, the first is row {row}: start the host on it once, and stop it");
        }

        var lastRow = Math.Max(directory.Log.LastRow, heads.Max(head => head.Position.Row));
        Source = new MoveSource(FingerprintOf(heads, lastRow), partitionsCount, lastRow, heads.Sum(head => head.CustomersCount));
    }

    /// <summary>What it is.</summary>
    public MoveSource Source { get; }

    /// <summary>Opens a directory; another program can use it again once this is disposed of.</summary>
    /// <param name="path">The directory.</param>
    /// <exception cref="StorageException">It is no data directory, another process holds it, or its log holds what no checkpoint does.</exception>
    public static EmbeddedArchive Open(string path)
    {
        if (!DataDirectory.Exists(path))
        {
            throw new StorageException($"'{path}' is no data directory");
        }

        var directory = DataDirectory.Open(path);
        try
        {
            return new EmbeddedArchive(directory, path);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>All parts: workspaces and keys, each partition's customers, shards and quarantine, and all heads at the end.</summary>
    public IEnumerable<MovedPart> Read()
    {
        foreach (var part in _catalog)
        {
            yield return part;
        }

        var heads = new List<MovedHead>();
        for (var number = 0; number < Source.PartitionsCount; number++)
        {
            using var reader = _directory.State.OpenReader(number);
            var partition = new PartitionState(number, _names, reader, [], residentsMax: 1);
            PartitionLoader.Load(partition, reader);
            foreach (var part in PartitionParts.Read(partition, reader))
            {
                yield return part;
            }

            heads.Add(PartitionParts.HeadOf(partition));
        }

        foreach (var head in heads)
        {
            yield return head;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _directory.Dispose();

    private ArchivedHead ReadHead(int number)
    {
        using var reader = _directory.State.OpenReader(number);
        return ArchivedHead.Read(number, reader, _names);
    }

    // All state stands at the heads' positions, so that these and the catalog tell one state from any other.
    private string FingerprintOf(IReadOnlyList<ArchivedHead> heads, long lastRow)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _catalog.ForEach(part => hash.AppendData(MoveJson.Write(part)));
        hash.AppendData(BitConverter.GetBytes(lastRow));
        foreach (var head in heads)
        {
            hash.AppendData(head.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
