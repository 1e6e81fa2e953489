namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Makes references of one kind of grain. The factory reads the interface's attributes for every single one, which costs as much as a
/// call; here they are read once.
/// </summary>
/// <typeparam name="T">The grain's interface.</typeparam>
internal sealed class GrainMaker<T>
    where T : IGrainWithStringKey
{
    private readonly IGrainFactory _grains;
    private readonly GrainType _type;
    private readonly GrainInterfaceType _interface;

    /// <summary>Reads what all references share.</summary>
    public GrainMaker(IGrainFactory grains)
    {
        _grains = grains;
        var any = (GrainReference)(object)grains.GetGrain<T>(GrainKeys.All);
        _type = any.GrainId.Type;
        _interface = any.InterfaceType;
    }

    /// <summary>The grain of a key.</summary>
    public T Of(string key) => (T)_grains.GetGrain(GrainId.Create(_type, IdSpan.Create(key)), _interface);
}
