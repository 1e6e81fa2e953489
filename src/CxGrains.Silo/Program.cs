using CxGrains.Domain;
using CxGrains.Silo;
using CxGrains.Web;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddSilo();
    builder.Services.AddCxWeb();
    await using var app = builder.Build();
    app.MapCxWeb();
    await app.RunAsync();
    return 0;
}
catch (Exception error) when (error is CxException or OptionsValidationException or OrleansConfigurationException or Npgsql.NpgsqlException)
{
    await Console.Error.WriteLineAsync($"The silo could not start: {error.Message}");
    return 1;
}
