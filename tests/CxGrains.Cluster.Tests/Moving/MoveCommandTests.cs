using CxGrains.Abstractions;
using CxGrains.Abstractions.Alerts;
using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Moving;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Cli;
using CxGrains.Cluster.Tests.Conformance;
using CxGrains.Cluster.Tests.Support;
using CxGrains.Conformance.Traffic;
using CxGrains.Tests.Postgres;
using CxGrains.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Tests.Moving;

[Collection(PostgresCollection.Name)]
public class MoveCommandTests(PostgresFixture postgres) : MoveScenario(postgres)
{
    private const string AdminKey = "cx_test-admin-key-0123456789";

    [PostgresFact]
    public async Task The_command_moves_a_directory_over_HTTP_once()
    {
        var embedded = await EmbeddedAsync();
        await LiveAsync(embedded, seed: 6, steps: 2);
        await embedded.Service<IKeys>().AddKeyAsync(new KeyRecord("a-hash", Client.Workspace, Scopes.Ingest, "shop", 5), CancellationToken.None);
        var before = await AllViews.OfAsync(embedded);
        var running = await MoveAsync(embedded.DataDirectory, "http://localhost:1");
        Assert.Equal((ExitCode.Usage, ""), (running.Code, running.Out));
        Assert.Contains("is in use by another process", running.Error, StringComparison.Ordinal);
        await embedded.StopAsync();

        var cluster = await ClusterAsync(embedded.Clock.GetUtcNow());
        await using var web = await StartWebAsync(cluster);
        var moved = await MoveAsync(embedded.DataDirectory, web.Urls.Single());

        Assert.Equal((ExitCode.Ok, ""), (moved.Code, moved.Error));
        Assert.StartsWith($"Moved {embedded.DataDirectory} to {web.Urls.Single()}/\n  customers  60\n  workspaces 2\n  surveys    2\n  segments   0\n  keys       2\n", moved.Out);
        await ReadKeysAsync(cluster);
        before.MustEqual(await AllViews.OfAsync(cluster));
        Assert.Equal(new KeyRecord("a-hash", Client.Workspace, Scopes.Ingest, "shop", 5), cluster.Service<IKeys>().Find("a-hash"));

        var again = await MoveAsync(embedded.DataDirectory, web.Urls.Single());
        Assert.Equal((ExitCode.Ok, $"{embedded.DataDirectory} was moved to {web.Urls.Single()}/ before; nothing was changed\n"), (again.Code, again.Out));
    }

    private static async Task<(int Code, string Out, string Error)> MoveAsync(string directory, string url)
    {
        var console = new CliConsole { Out = new StringWriter(), Error = new StringWriter(), Environment = _ => null };
        var code = await CxCommand.RunAsync(["move", "--data", directory, "--url", url, "--key", AdminKey], console, CancellationToken.None);
        return (code, console.Out.ToString()!, console.Error.ToString()!);
    }

    // The web beside one of the silos, as in the program: it knows nothing but the contract.
    private static async Task<WebApplication> StartWebAsync(ClusterRuntimeUnderTest cluster)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(cluster.Ingest);
        builder.Services.AddSingleton(cluster.Queries);
        builder.Services.AddSingleton(cluster.Definitions);
        builder.Services.AddSingleton(cluster.Live);
        builder.Services.AddSingleton(cluster.Service<IKeys>());
        builder.Services.AddSingleton(cluster.Service<IRuntimeHealth>());
        builder.Services.AddSingleton(cluster.Service<IMoveTarget>());
        builder.Services.AddSingleton(cluster.Service<IAlertHandling>());
        builder.Services.AddSingleton(cluster.Service<IDocuments>());
        builder.Services.AddSingleton(cluster.Service<IPayloadQuarantine>());
        builder.Services.AddSingleton(cluster.Service<IOutbox>());
        builder.Services.AddSingleton(cluster.Service<IDestinations>());
        builder.Services.AddSingleton(cluster.Service<IAuditLog>());
        builder.Services.AddCxWeb(options => options.AdminKey = AdminKey);
        var web = builder.Build();
        web.MapCxWeb();
        await web.StartAsync();
        return web;
    }
}
