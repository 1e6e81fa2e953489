using System.Text;
using CxGrains.Cluster.Partitions;
using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Domain.Privacy;

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

    [Fact]
    public async Task Refused_events_count_towards_a_step_and_the_next_commit()
    {
        var step = await StepAsync("bo", """{"id":"i1","customer":"ada","type":"visit"}""");

        Assert.Equal((0, 1), (step.Records, step.Weight));
    }

    [Fact]
    public async Task What_goes_to_quarantine_is_cut_short_where_it_was_never_an_interaction()
    {
        await ReadAsync("ada", new string('x', Quarantine.LineBytesMax + 1));

        Assert.Equal(Quarantine.LineBytesMax, Assert.Single(_quarantine.All).Line.Length);
    }

    [Fact]
    public async Task Due_customers_and_those_to_re_evaluate_are_left_out_where_they_are_in_quarantine()
    {
        _quarantine.Add(Position.At(1, 1), "acme", default, "It could not be folded");
        var reader = Reader();
        reader.Add([HubRow.Of(0, "0", HubEventKind.Row, "", Encoded(new DueRow(1_000, 0, [new DueCustomer("acme", "ada"), new DueCustomer("acme", "bo")])), 1_000, "acme").Entry]);

        var step = await reader.NextAsync();

        Assert.Equal(["ada"], step.Customers.Keys.Select(customer => customer.Id));
    }

    private async Task<int> ReadAsync(string key, string line) => (await StepAsync(key, line)).Records;

    private async Task<Step> StepAsync(string key, string line)
    {
        var reader = Reader();
        reader.Add([HubRow.Of(0, "0", HubEventKind.Interaction, key, Encoding.UTF8.GetBytes(line), receivedMs: 1_700_000_000_000, "acme").Entry]);
        return await reader.NextAsync();
    }

    private StepReader Reader()
    {
        var names = new NamePool();
        return new StepReader(new PartitionHead(), new PartitionIndex(names), _quarantine, new SurveyCache(_definitions), names, new byte[Tombstones.SaltBytes]);
    }

    private static byte[] Encoded(LogRow row)
    {
        var bytes = row.Encode(out var length);
        return bytes[..length];
    }
}
