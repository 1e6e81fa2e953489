using System.Reflection;

namespace CxGrains.Cluster.Tests.Wire;

/// <summary>What is stored or sent is known by names and numbers of its own, so that code can be renamed and moved.</summary>
public class WireRulesTests
{
    [Fact]
    public void Every_serialized_type_has_an_alias_that_no_other_has()
    {
        var aliases = WireTypes.Serialized.Concat(WireTypes.Interfaces).Select(type => (type.Name, type.GetCustomAttribute<AliasAttribute>()?.Alias)).ToList();

        Assert.NotEmpty(aliases);
        Assert.DoesNotContain(aliases, pair => pair.Alias is null);
        Assert.Distinct(aliases.Select(pair => pair.Alias));
    }

    [Fact]
    public void Every_serialized_member_has_a_number() => Assert.Empty(
        from type in WireTypes.Serialized
        from member in WireTypes.MembersOf(type)
        where member.GetCustomAttribute<IdAttribute>() is null
        select $"{type.Name}.{member.Name}");

    [Fact]
    public void Every_method_of_a_grain_has_an_alias() => Assert.Empty(
        from type in WireTypes.Interfaces
        from method in type.GetMethods()
        where method.GetCustomAttribute<AliasAttribute>() is null
        select $"{type.Name}.{method.Name}");
}
