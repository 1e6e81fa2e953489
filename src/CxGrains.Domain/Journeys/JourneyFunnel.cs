namespace CxGrains.Domain.Journeys;

/// <summary>One journey's counts under one version of its definition.</summary>
public sealed class JourneyFunnel
{
    private JourneyFunnel(int version, StageFunnel[] stages)
    {
        Version = version;
        Stages = stages;
    }

    /// <summary>The version of the definition they were counted by.</summary>
    public int Version { get; }

    /// <summary>The stages, in order.</summary>
    public IReadOnlyList<StageFunnel> Stages { get; }

    /// <summary>Nothing counted yet.</summary>
    internal static JourneyFunnel Empty(int version, int stagesCount) =>
        new(version, [.. Enumerable.Range(0, stagesCount).Select(_ => new StageFunnel())]);

    /// <summary>Both together where they are of one version, else the newer, as the older has ended; shares nothing with either.</summary>
    internal static JourneyFunnel Merge(JourneyFunnel a, JourneyFunnel b)
    {
        if (a.Version == b.Version)
        {
            return new(a.Version, [.. a.Stages.Zip(b.Stages, StageFunnel.Merge)]);
        }

        var newer = a.Version > b.Version ? a : b;
        return Merge(newer, Empty(newer.Version, newer.Stages.Count));
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Version);
        writer.Write((byte)Stages.Count);
        foreach (var stage in Stages)
        {
            stage.Encode(writer);
        }
    }

    internal static JourneyFunnel Decode(BinaryReader reader)
    {
        var version = reader.Read7BitEncodedInt();
        var stages = new StageFunnel[reader.ReadByte()];
        foreach (ref var stage in stages.AsSpan())
        {
            stage = StageFunnel.Decode(reader);
        }

        return new JourneyFunnel(version, stages);
    }
}
