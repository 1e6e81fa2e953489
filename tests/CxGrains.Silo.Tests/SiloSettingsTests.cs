using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace CxGrains.Silo.Tests;

/// <summary>What is wrong with a setting is told with its name, before anything is tried with it.</summary>
public class SiloSettingsTests
{
    [Fact]
    public void A_host_that_nobody_knows_is_refused_with_the_name_of_the_setting()
    {
        const string Host = "nowhere.invalid";

        var error = Assert.Throws<OptionsValidationException>(() => SiloServices.AddressOf(Host));

        Assert.StartsWith($"Silo:AdvertisedHost must be a name or an IPv4 address under which other silos reach this one, and '{Host}' is not", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Database=cxgrains")]
    [InlineData("Hots=db")]
    [InlineData("nonsense")]
    public void A_connection_string_that_names_no_database_is_refused_with_the_name_of_the_setting(string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Cluster:ConnectionString"] = connectionString;

        var error = Assert.Throws<OptionsValidationException>(builder.AddSilo);

        Assert.StartsWith("Cluster:ConnectionString must say where the PostgreSQL database is", error.Message);
    }
}
