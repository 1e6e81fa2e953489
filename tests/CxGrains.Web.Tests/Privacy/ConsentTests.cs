using System.Net;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain.Interactions;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Privacy;

public sealed class ConsentTests
{
    private const string Path = "/api/v1/customers/a%2Fda/consent";

    [Fact]
    public async Task What_is_stated_is_an_interaction_like_any_other()
    {
        await using var server = await StartAsync();

        var response = await server.SendAsync(HttpMethod.Put, Path, """{"contact":false,"analytics":true}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var sent = server.Runtime.Batches.Single().Batch.Interactions;
        Assert.All(sent, interaction => Assert.Equal((InteractionTypes.Consent, "a/da"), (interaction.Type, interaction.Customer)));
        Assert.Equal([("consent.analytics", 1.0), ("consent.contact", 0.0)], sent.Select(interaction => (interaction.Traits![0].Key, interaction.Traits[0].Value.Number)));
        var act = Assert.Single(server.Audit.Acts);
        Assert.Equal(("consent.changed", "a/da"), (act.Action, act.Customer));
    }

    [Fact]
    public async Task Each_purpose_is_told_spoken_of_or_not()
    {
        await using var server = await StartAsync();

        var answer = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, Path));

        Assert.Equal("""[{"purpose":"analytics","state":"unknown"},{"purpose":"contact","state":"unknown"},{"purpose":"testimonial","state":"unknown"}]""", answer.GetProperty("purposes").GetRawText());
        Assert.True(answer.GetProperty("profiled").GetBoolean());
        Assert.Equal("consent.read", Assert.Single(server.Audit.Acts).Action);
    }

    [Theory]
    [InlineData("{}", "body")]
    [InlineData("""{"analytics":"yes"}""", "analytics")]
    [InlineData("""{"marketing":true}""", "body")]
    public async Task What_cannot_be_meant_names_the_field(string body, string field)
    {
        await using var server = await StartAsync();

        var response = await server.SendAsync(HttpMethod.Put, Path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, (await WebServer.JsonOf(response)).GetProperty("field").GetString());
        Assert.Empty(server.Runtime.Batches);
    }

    [Fact]
    public async Task Who_only_reads_states_nothing_and_nobody_is_invented()
    {
        await using var server = await StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Put, Path, """{"contact":true}""", await server.KeyAsync("default", Scopes.Read))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(HttpMethod.Get, "/api/v1/customers/nobody/consent")).StatusCode);
    }

    private static async Task<WebServer> StartAsync()
    {
        var server = await WebServer.StartAsync();
        server.Queries.Customers.Add(("default", "a/da"));
        return server;
    }
}
