using System.CommandLine;
using System.Net;
using System.Net.Sockets;
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
    public void A_machine_whose_name_leads_to_itself_alone_must_be_told_its_address()
    {
        var error = Assert.Throws<OptionsValidationException>(() => SiloServices.AdvertisedAddress(null, "127.0.1.1"));

        Assert.StartsWith("Silo:AdvertisedHost must be set: this machine's name '127.0.1.1' leads to 127.0.1.1", error.Message);
        Assert.Equal(IPAddress.Loopback, SiloServices.AdvertisedAddress("127.0.0.1", "127.0.1.1"));
        Assert.Equal(IPAddress.Parse("10.0.0.7"), SiloServices.AdvertisedAddress(null, "10.0.0.7"));
    }

    [Fact]
    public void A_port_that_another_silo_has_is_refused_with_the_name_of_the_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var at = (IPEndPoint)other.LocalEndpoint;

        var error = Assert.Throws<OptionsValidationException>(() => PortsAtStart.ThrowIfTaken(at, "Silo:SiloPort"));

        Assert.StartsWith($"Port {at.Port} of 127.0.0.1 cannot be used", error.Message);
        Assert.EndsWith("set Silo:SiloPort to another", error.Message);
        other.Stop();
        PortsAtStart.ThrowIfTaken(at, "Silo:SiloPort");
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("--nonsense", 1)]
    public async Task The_command_line_is_read_before_anything_starts(string argument, int exitCode)
    {
        var output = new StringWriter();

        var code = await SiloCommand.Of((_, _) => throw new InvalidOperationException("The silo started."))
            .Parse(argument)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, CancellationToken.None);

        Assert.Equal(exitCode, code);
        Assert.Contains("Cluster__ConnectionString", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cluster:PartitionCount", "4", "Cluster:PartitionCount is no setting of this program; the nearest are PartitionsCount, ")]
    [InlineData("Silo:Port", "4", "Silo:Port is no setting of this program; the nearest are SiloPort, ")]
    [InlineData("EventHubs:HubName", "cx", "EventHubs:HubName is no setting of this program; the nearest are Hub, ")]
    [InlineData("Web:Sessions", "4", "Web:Sessions is no setting of this program; the nearest are SessionHours, ")]
    [InlineData("Cluster:PartitionsCount", "abc", "Cluster:PartitionsCount is 'abc', and must be a whole number")]
    [InlineData("Cluster:PollEvery", "soon", "Cluster:PollEvery is 'soon', and must be a time such as 00:00:01")]
    [InlineData("Web:DemoSignIn", "maybe", "Web:DemoSignIn is 'maybe', and must be true or false")]
    public void A_setting_that_nobody_reads_or_can_read_is_refused_with_its_name(string setting, string value, string message)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[setting] = value;

        var error = Assert.Throws<OptionsValidationException>(builder.AddSilo);

        Assert.StartsWith(message, error.Message);
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
