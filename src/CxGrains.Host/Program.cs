using System.CommandLine;
using CxGrains.Domain;
using CxGrains.Embedded;
using CxGrains.Host;
using CxGrains.Host.Demo;
using CxGrains.Web;
using CxGrains.Web.Delivery;
using CxGrains.Web.Settings;
using Microsoft.Extensions.Options;

// The host ends by itself, in its own time: a last checkpoint may take longer than a command line would wait.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await HostSettings.Command(RunAsync).Parse(args).InvokeAsync(invocation);

static async Task<int> RunAsync(HostSettings settings, CancellationToken cancellationToken)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
    var urls = settings.Urls ?? builder.Configuration["urls"] ?? HostSettings.DefaultUrls;
    if (settings.Demo && HostSettings.FirstOpenUrl(urls) is { } open)
    {
        await Console.Error.WriteLineAsync($"--demo signs everyone in without a key, so it listens on this machine only; '{open}' is reachable from elsewhere.");
        return 2;
    }

    builder.WebHost.UseUrls(urls);
    var embedded = builder.Configuration.GetSection("Embedded");
    var data = Path.GetFullPath(settings.Data ?? embedded[nameof(EmbeddedOptions.DataDirectory)] ?? (settings.Demo ? "data-demo" : "data"));
    builder.Services.AddEmbeddedRuntime(options =>
    {
        embedded.Bind(options);
        options.DataDirectory = data;
    });
    if (settings.Demo)
    {
        builder.Services.AddDemo();
    }

    builder.Services.AddCxWeb(options =>
    {
        options.DemoSignIn = settings.Demo;
        options.SessionKeysDirectory ??= Path.Combine(data, "session-keys");
    });
    try
    {
        SettingsCheck.ThrowIfWrong<EmbeddedOptions>(builder.Configuration, "Embedded");
        SettingsCheck.ThrowIfWrong<WebOptions>(builder.Configuration, WebOptions.Section);
        SettingsCheck.ThrowIfWrong<DeliveryOptions>(builder.Configuration, DeliveryOptions.Section);
        await using var app = builder.Build();
        app.MapCxWeb();
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Open {urls.Split(';')[0]} in a browser. The data lies in {data}."));
        await app.RunAsync(cancellationToken);
        return 0;
    }
    catch (Exception error) when (error is CxException or OptionsValidationException or IOException)
    {
        await Console.Error.WriteLineAsync($"CxGrains could not start: {error.Message}");
        return 1;
    }
}
