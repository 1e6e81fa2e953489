using System.Text;
using CxGrains.Cluster.Partitions;
using CxGrains.Domain;

namespace CxGrains.Cluster.EventHubs.Tests;

public class AdmissionTests
{
    private readonly KnownDefinitions _definitions = new();
    private readonly Quarantine _quarantine = new();

    [Theory]
    [InlineData("ada", null)]
    [InlineData("bo", "customer: 'ada' came with the partition key 'bo', which must be the customer")]
    [InlineData("", "customer: 'ada' came with the partition key '', which must be the customer")]
    public async Task An_event_whose_key_is_not_its_customer_goes_to_quarantine(string key, string? refusal)
    {
        var records = await ReadAsync(key, """{"id":"i1","customer":"ada","type":"visit"}""");

        Assert.Equal(refusal, _quarantine.All.SingleOrDefault()?.Error);
        Assert.Equal(refusal is null ? 1 : 0, records);
    }

    [Fact]
    public async Task An_answer_that_names_its_metric_creates_its_survey()
    {
        Assert.Equal(1, await ReadAsync("ada", """{"id":"i1","customer":"ada","type":"survey_response","survey":"s","metric":"nps","score":9}"""));

        Assert.Empty(_quarantine.All);
        Assert.Equal(10, _definitions.Defined.Surveys["s"].Scale);
    }

    [Theory]
    [InlineData("\"score\":9")]
    [InlineData("\"metric\":\"nps\",\"score\":11")]
    public async Task An_answer_that_fits_no_survey_goes_to_quarantine(string answer)
    {
        Assert.Equal(0, await ReadAsync("ada", $$"""{"id":"i1","customer":"ada","type":"survey_response","survey":"s",{{answer}}}"""));

        Assert.Single(_quarantine.All);
        Assert.Empty(_definitions.Defined.Surveys);
    }

    private async Task<int> ReadAsync(string key, string line)
    {
        var names = new NamePool();
        var reader = new StepReader(new PartitionHead(), new PartitionIndex(names), _quarantine, new SurveyCache(_definitions), names);
        reader.Add([HubRow.Of(0, "0", HubEventKind.Interaction, key, Encoding.UTF8.GetBytes(line), receivedMs: 1_700_000_000_000, "acme").Entry]);
        return (await reader.NextAsync()).Records;
    }
}
