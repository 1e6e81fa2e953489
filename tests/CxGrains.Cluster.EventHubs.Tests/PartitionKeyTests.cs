using System.Text;
using CxGrains.Cluster.Partitions;
using CxGrains.Domain;

namespace CxGrains.Cluster.EventHubs.Tests;

public class PartitionKeyTests
{
    [Theory]
    [InlineData("ada", 1, 0)]
    [InlineData("bo", 0, 1)]
    [InlineData("", 0, 1)]
    public async Task An_event_whose_key_is_not_its_customer_goes_to_quarantine(string key, int folded, int quarantined)
    {
        var names = new NamePool();
        var quarantine = new Quarantine();
        var reader = new StepReader(new PartitionHead(), new PartitionIndex(names), quarantine, new SurveyCache(null!), names);
        var line = Encoding.UTF8.GetBytes("""{"id":"i1","customer":"ada","type":"visit"}""");

        reader.Add([HubRow.Of(0, "0", HubEventKind.Interaction, key, line, receivedMs: 1_700_000_000_000, "acme").Entry]);
        var step = await reader.NextAsync();

        Assert.Equal((folded, quarantined), (step.Records, quarantine.All.Count));
    }
}
