using System.CommandLine;
using CxGrains.Domain;
using CxGrains.Silo;
using CxGrains.Web;
using Microsoft.Extensions.Options;

// The silo ends by itself, in its own time: a last commit may take longer than a command line would wait.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await SiloCommand.Of(RunAsync).Parse(args).InvokeAsync(invocation);

static async Task<int> RunAsync(string? urls, CancellationToken cancellationToken)
{
    try
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        urls ??= builder.Configuration["urls"] ?? SiloCommand.DefaultUrls;
        builder.WebHost.UseUrls(urls);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PortsAtStart>(provider, urls));
        builder.AddSilo();
        builder.Services.AddCxWeb();
        await using var app = builder.Build();
        app.MapCxWeb();
        await app.RunAsync(cancellationToken);
        return 0;
    }
    catch (Exception error) when (error is CxException or OptionsValidationException or OrleansConfigurationException or Npgsql.NpgsqlException or IOException)
    {
        await Console.Error.WriteLineAsync($"The silo could not start: {error.Message}");
        return 1;
    }
}
