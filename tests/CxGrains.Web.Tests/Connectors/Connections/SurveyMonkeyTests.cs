using CxGrains.Web.Connectors.Outgoing;
using CxGrains.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CxGrains.Web.Tests.Connectors.Connections;

/// <summary>SurveyMonkey's thin notification, and its API on a server of its own.</summary>
public sealed class SurveyMonkeyTests : IAsyncLifetime
{
    private const string Members = """ "accessToken":"token-1","region":"us","mapping":{"question":"q1","commentQuestion":"q2","metric":"nps"} """;

    private const string Payload = """
        {"name":"My Webhook","filter_type":"survey","filter_id":"123456789","event_type":"response_completed","event_id":"10027615456","object_type":"response","object_id":"5007154325",
         "event_datetime":"2025-05-26T14:30:05.000000+00:00","resources":{"respondent_id":"5007154325","recipient_id":"0","collector_id":"50253586","survey_id":"123456789","user_id":"1234"}}
        """;

    private const string Details = """
        {"id":"5007154325","survey_id":"123456789","response_status":"completed","date_created":"2025-05-26T14:28:00+00:00","date_modified":"2025-05-26T14:30:00+00:00",
         "custom_variables":{"customer_id":"ada"},"email_address":"","recipient_id":"",
         "pages":[{"id":"p1","questions":[{"id":"q1","answers":[{"choice_id":"3057839051","row_id":"x","choice_metadata":{"weight":"0"},"simple_text":"8"}]},{"id":"q2","answers":[{"text":"Quick and kind."}]}]}]}
        """;

    private WebApplication _api = null!;
    private string? _asked;
    private int _status = 200;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _api = builder.Build();
        _api.Run(context =>
        {
            _asked = $"{context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization}";
            context.Response.StatusCode = _status;
            return context.Response.WriteAsync(Details);
        });
        await _api.StartAsync();
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task The_response_is_asked_for_and_taken()
    {
        await using var hook = await StartAsync();

        await hook.AnswerAsync(Payload, Signed(Payload));

        Assert.Equal("/v3/surveys/123456789/responses/5007154325/details?simple=true Bearer token-1", _asked);
        Assert.Equal(
            """{"type":"survey_response","id":"10027615456","response":"5007154325","at":1748269800000,"revision":0,"survey":"surveymonkey-123456789","customer":"ada","score":8,"comment":"Quick and kind.","metric":"nps"}""",
            Assert.Single(hook.Lines));
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_nothing_is_asked()
    {
        await using var hook = await StartAsync();

        await hook.AssertRefusedAsync(Payload);
        await hook.AssertRefusedAsync(Payload, ("Sm-Apikey", "client"), ("Sm-Signature", Convert.ToBase64String(Hook.Sha1(Payload))));
        Assert.Null(_asked);
    }

    [Fact]
    public async Task While_the_API_does_not_answer_the_notification_waits_in_quarantine_and_can_be_read_again()
    {
        await using var hook = await StartAsync();
        _status = 429;
        await hook.AssertQuarantinedAsync(Payload, "answered 429", Signed(Payload));

        _status = 200;
        var again = await WebServer.JsonOf(await hook.Server.SendAsync(HttpMethod.Post, "/api/v1/quarantine/replay?source=connection/hook"));

        Assert.Equal("""{"replayed":1,"accepted":1,"left":0}""", again.GetRawText());
    }

    [Fact]
    public async Task A_token_that_was_stored_with_a_line_break_sends_nothing_and_the_notification_waits_in_quarantine()
    {
        await using var hook = await StartAsync();
        var stored = (await hook.Server.Storage.FindAsync("default", "connection", "hook", default))!;
        await hook.Server.Storage.PutAsync(stored with { Json = stored.Json.Replace("token-1", "token-1\\n", StringComparison.Ordinal) }, null, default);

        await hook.AssertQuarantinedAsync(Payload, "access token holds a line break", Signed(Payload));
        Assert.Null(_asked);
    }

    [Fact]
    public async Task An_id_that_is_no_number_is_never_asked_for()
    {
        await using var hook = await StartAsync();
        var body = Payload.Replace("\"object_id\":\"5007154325\"", "\"object_id\":\"../../users/me\"", StringComparison.Ordinal);

        await hook.AssertQuarantinedAsync(body, "/object_id is no number", Signed(body));
        Assert.Null(_asked);
    }

    [Fact]
    public async Task Another_region_than_those_there_are_is_refused()
    {
        await using var server = await WebServer.StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, "/api/v1/connections", """{"kind":"surveymonkey","secret":"s","accessToken":"t","region":"169.254.169.254"}""");

        Assert.Equal("region", (await WebServer.JsonOf(response)).GetProperty("field").GetString());
    }

    private static (string Name, string Value)[] Signed(string body) =>
        [("Sm-Apikey", "client"), ("Sm-Signature", Convert.ToBase64String(Hook.Sha1(body, $"client&{Hook.Secret}")))];

    // Everything is as in a program but for where the name of the API leads, and that this server has no certificate.
    private Task<Hook> StartAsync() => Hook.StartAsync("surveymonkey", Members, services => services.AddSingleton(new VendorHttp(new PlainHandler(_api.Urls.Single()))));

    private sealed class PlainHandler(string url) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("https://api.surveymonkey.com", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new Uri(url + request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
