namespace CxGrains.Domain.Tests;

public class NamePoolTests
{
    [Fact]
    public void Equal_names_are_one_instance()
    {
        var names = new NamePool();

        Assert.Same(names.Share("visit"), names.Share("a visit".AsSpan(2)));
    }

    [Fact]
    public void Names_that_differ_in_case_are_two() => Assert.Equal("Visit", new NamePool().Share("Visit"));

    [Fact]
    public void Past_its_bound_a_pool_gives_the_name_without_keeping_it()
    {
        var names = new NamePool();
        for (var i = 0; i < NamePool.NamesMax; i++)
        {
            names.Share($"name-{i}");
        }

        Assert.Equal("late", names.Share("late"));
        Assert.NotSame(names.Share("late"), names.Share("late"));
        Assert.Same(names.Share("name-0"), names.Share("name-0"));
    }
}
