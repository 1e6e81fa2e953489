using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CxGrains.Abstractions;
using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Ingest;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Abstractions.Queries;
using CxGrains.Web.Ingest;
using CxGrains.Web.Keys;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Support;

/// <summary>The HTTP face on a free loopback port, over a runtime that only remembers.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    /// <summary>An admin key of the workspace <c>default</c>.</summary>
    public const string AdminKey = "cx_test-admin-key-0123456789";

    private readonly WebApplication _app;

    private WebServer(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeRuntime Runtime => _app.Services.GetRequiredService<FakeRuntime>();

    public FakeQueries Queries => _app.Services.GetRequiredService<FakeQueries>();

    public FakeStorage Storage => _app.Services.GetRequiredService<FakeStorage>();

    public FakeAudit Audit => _app.Services.GetRequiredService<FakeAudit>();

    public HttpClient Http { get; }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<WebServer> StartAsync(Action<WebOptions>? configure = null, IFirstKeySink? sink = null, string url = "http://127.0.0.1:0", Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<FakeRuntime>();
        builder.Services.AddSingleton<FakeQueries>();
        builder.Services.AddSingleton<FakeStorage>();
        builder.Services.AddSingleton<IDocuments>(provider => provider.GetRequiredService<FakeStorage>());
        builder.Services.AddSingleton<IPayloadQuarantine>(provider => provider.GetRequiredService<FakeStorage>());
        builder.Services.AddSingleton<FakeAudit>();
        builder.Services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<FakeAudit>());
        builder.Services.AddSingleton<IIngest>(provider => provider.GetRequiredService<FakeRuntime>());
        builder.Services.AddSingleton<IDefinitions>(provider => provider.GetRequiredService<FakeRuntime>());
        builder.Services.AddSingleton<IKeys>(provider => provider.GetRequiredService<FakeRuntime>());
        builder.Services.AddSingleton<ILive>(provider => provider.GetRequiredService<FakeRuntime>());
        builder.Services.AddSingleton<IRuntimeHealth>(provider => provider.GetRequiredService<FakeRuntime>());
        builder.Services.AddSingleton<IQueries>(provider => provider.GetRequiredService<FakeQueries>());
        builder.Services.AddSingleton<TestOutbox>();
        builder.Services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<TestOutbox>().Outbox);
        builder.Services.AddSingleton<IDestinations>(provider => provider.GetRequiredService<TestOutbox>().Outbox);
        builder.Services.AddSingleton<FakeAlerts>();
        builder.Services.AddSingleton<IAlertHandling>(provider => provider.GetRequiredService<FakeAlerts>());
        builder.Services.AddHttpContextAccessor();
        if (sink is not null)
        {
            builder.Services.AddSingleton(sink);
        }

        services?.Invoke(builder.Services);
        builder.Services.AddCxWeb(options =>
        {
            options.AdminKey = AdminKey;
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.MapCxWeb();
        await app.StartAsync();
        return new WebServer(app);
    }

    /// <summary>Whether no request holds bytes of its body.</summary>
    public bool HoldsNoBytes()
    {
        var budget = Service<IngestBudget>();
        var all = (int)Service<IOptions<WebOptions>>().Value.IngestBytesInFlightMax;
        try
        {
            budget.Take(all);
            budget.GiveBack(all);
            return true;
        }
        catch (ProblemException)
        {
            return false;
        }
    }

    /// <summary>Adds a key.</summary>
    public async Task<string> KeyAsync(string workspace, Scopes scopes)
    {
        if (Runtime.FindWorkspace(workspace) is null)
        {
            await Runtime.CreateWorkspaceAsync(new WorkspaceRecord(workspace, workspace), CancellationToken.None);
        }

        var key = KeyText.New();
        await Runtime.AddKeyAsync(new KeyRecord(KeyText.Hash(key), workspace, scopes, "test", 0), CancellationToken.None);
        return key;
    }

    /// <summary>Sends a request with a key and a body.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string? key = AdminKey, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        change?.Invoke(request);
        return Http.SendAsync(request);
    }

    /// <summary>An answer's JSON.</summary>
    public static async Task<JsonElement> JsonOf(HttpResponseMessage response) => JsonElement.Parse(await response.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
