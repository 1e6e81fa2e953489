using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

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

    [Fact]
    public void A_silo_that_hangs_is_found_dead_within_ten_seconds_or_so()
    {
        var membership = new ClusterMembershipOptions();

        SiloServices.SetMembership(membership, Options.Create(new SiloOptions()));

        Assert.InRange(membership.MaxProbeTimeout * membership.NumMissedProbesLimit, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        Assert.InRange(membership.ProbeTimeout, TimeSpan.FromSeconds(1), membership.MaxProbeTimeout);
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
