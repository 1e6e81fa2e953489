using System.Reflection;
using Orleans.Runtime;

namespace CxGrains.Cluster.Tests.Wire;

/// <summary>What the cluster stores or sends.</summary>
internal static class WireTypes
{
    // What [NonSerialized] sets; the member of the enumeration is obsolete with the formatters that read it.
    private const FieldAttributes NotSerialized = (FieldAttributes)0x80;

    private static readonly Type[] Types = typeof(ClusterServices).Assembly.GetTypes();

    /// <summary>Types that Orleans serializes.</summary>
    public static IReadOnlyList<Type> Serialized { get; } = [.. Types.Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)];

    /// <summary>Interfaces of grains and of observers.</summary>
    public static IReadOnlyList<Type> Interfaces { get; } = [.. Types.Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))];

    /// <summary>Fields that hold a type's values, those behind properties included, but for those that are left out on purpose.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Type type) =>
        from field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where !field.Attributes.HasFlag(NotSerialized)
        let property = field.Name.StartsWith('<') ? type.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)]) : null
        select (MemberInfo?)property ?? field;
}
