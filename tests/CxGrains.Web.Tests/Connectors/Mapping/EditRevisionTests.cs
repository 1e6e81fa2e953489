using CxGrains.Web.Connectors.Mapping;

namespace CxGrains.Web.Tests.Connectors.Mapping;

public sealed class EditRevisionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5_000, 0)]
    [InlineData(1, 1)]
    [InlineData(500_000_000, 500_000)]
    [InlineData(500_001_000, 500_001)]
    [InlineData(500_060_000, 500_001)]
    [InlineData(500_061_000, 500_002)]
    [InlineData(long.MaxValue / 2, 999_999)]
    public void It_grows_with_the_time_since_the_answer_and_never_beyond_what_a_revision_may_be(long ms, int revision) =>
        Assert.Equal(revision, EditRevision.Of(1_748_000_000_000, 1_748_000_000_000 + ms));
}
