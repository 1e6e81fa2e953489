using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CxGrains.Cluster;
using CxGrains.Cluster.EventHubs;
using CxGrains.Web;
using YamlDotNet.RepresentationModel;

namespace CxGrains.Silo.Tests;

/// <summary>What the container files name must be there: settings in the options classes, hosts and ports in one another.</summary>
public class ComposeTests
{
    private const string WebPort = "5080";

    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Cluster"] = typeof(ClusterRuntimeOptions),
        [SiloOptions.Section] = typeof(SiloOptions),
        ["EventHubs"] = typeof(EventHubsOptions),
        [WebOptions.Section] = typeof(WebOptions),
    };

    [Fact]
    public void Each_profile_has_three_silos()
    {
        var profiles = DeployFiles.Silos().GroupBy(silo => Assert.Single(DeployFiles.Items(silo.Service, "profiles"))).ToList();

        Assert.Equal(["eventhubs", "postgres"], profiles.Select(profile => profile.Key).Order());
        Assert.All(profiles, profile => Assert.Equal(["silo1", "silo2", "silo3"], profile.Select(silo => HostOf(silo.Service)).Order()));
    }

    [Fact]
    public void Every_setting_of_a_silo_is_one_that_the_program_reads()
    {
        foreach (var (name, silo) in DeployFiles.Silos())
        {
            var settings = DeployFiles.Values(silo, "environment");
            Assert.Contains("Cluster__ConnectionString", settings);
            foreach (var key in settings.Keys.Where(key => key != "CX_ADMIN_KEY"))
            {
                var parts = key.Split("__");
                Assert.True(Sections.TryGetValue(parts[0], out var options), $"{name}: no section {parts[0]}");
                Assert.True(options!.GetProperty(parts[1]) is not null, $"{name}: {options.Name} has no {parts[1]}");
            }
        }
    }

    [Fact]
    public void A_silo_is_reached_under_the_name_it_advertises_and_is_on_the_hub_in_its_own_profile_only()
    {
        foreach (var (name, silo) in DeployFiles.Silos())
        {
            var settings = DeployFiles.Values(silo, "environment");
            Assert.Equal(HostOf(silo), settings["Silo__AdvertisedHost"]);
            Assert.Equal(!name.EndsWith("-postgres", StringComparison.Ordinal), settings.ContainsKey("EventHubs__Hub"));
        }
    }

    [Fact]
    public void The_proxy_hands_on_to_the_silos_and_listens_where_it_is_published()
    {
        var proxy = DeployFiles.Read("deploy/proxy.conf");
        var upstream = Regex.Matches(proxy, @"server (\w+):(\d+)").Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();

        Assert.Equal([("silo1", WebPort), ("silo2", WebPort), ("silo3", WebPort)], upstream);
        Assert.Contains($"listen {WebPort};", proxy, StringComparison.Ordinal);
        var service = DeployFiles.Services().Single(item => item.Name == "proxy").Service;
        Assert.Equal([$"{WebPort}:{WebPort}"], DeployFiles.Items(service, "ports"));
    }

    [Fact]
    public void The_proxy_sends_no_interactions_twice() =>
        Assert.DoesNotContain("non_idempotent", DeployFiles.Read("deploy/proxy.conf"), StringComparison.Ordinal);

    [Fact]
    public void Each_profile_has_a_database_of_its_own() => Assert.Contains(
        "${COMPOSE_PROFILES}", DeployFiles.Values(DeployFiles.Map(DeployFiles.Compose(), "volumes"), "postgres")["name"], StringComparison.Ordinal);

    [Fact]
    public void The_image_serves_on_the_ports_that_the_others_use()
    {
        var image = DeployFiles.Read("Dockerfile");

        Assert.Contains($"EXPOSE {WebPort} {new SiloOptions().SiloPort}", image, StringComparison.Ordinal);
        Assert.Contains($"urls=http://+:{WebPort}", image, StringComparison.Ordinal);
        Assert.All(DeployFiles.Silos(), silo => Assert.Contains($"http://localhost:{WebPort}/readyz", DeployFiles.Items(DeployFiles.Map(silo.Service, "healthcheck"), "test")));
    }

    [Fact]
    public void The_hub_that_the_emulator_makes_is_the_one_the_silos_read()
    {
        using var config = JsonDocument.Parse(DeployFiles.Read("deploy/eventhubs.json"));
        var hub = config.RootElement.GetProperty("UserConfig").GetProperty("NamespaceConfig")[0].GetProperty("Entities")[0];
        var settings = DeployFiles.Values(DeployFiles.Silos().First(silo => silo.Name == "silo1").Service, "environment");

        Assert.Equal(hub.GetProperty("Name").GetString(), settings["EventHubs__Hub"]);
        Assert.Equal(hub.GetProperty("ConsumerGroups")[0].GetProperty("Name").GetString(), settings["EventHubs__ConsumerGroup"]);
        Assert.Equal(hub.GetProperty("PartitionCount").GetString(), settings["Cluster__PartitionsCount"]);
        Assert.Equal(new ClusterRuntimeOptions().PartitionsCount.ToString(CultureInfo.InvariantCulture), settings["Cluster__PartitionsCount"]);
    }

    [Fact]
    public void What_services_depend_on_and_store_in_is_there()
    {
        var services = DeployFiles.Services().ToList();
        var names = services.Select(service => service.Name).ToList();
        var volumes = DeployFiles.Items(DeployFiles.Compose(), "volumes");

        Assert.All(services, service => Assert.Empty(DeployFiles.Items(service.Service, "depends_on").Except(names)));
        Assert.All(
            services.SelectMany(service => DeployFiles.Items(service.Service, "volumes")).Select(volume => volume.Split(':')[0]).Where(source => !source.StartsWith('.')),
            source => Assert.Contains(source, volumes));
    }

    [Fact]
    public void The_variables_that_are_asked_for_are_set_beside_it()
    {
        var set = DeployFiles.Read(".env").Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split('=')[0]).ToList();
        var asked = Regex.Matches(DeployFiles.Read("docker-compose.yml"), @"\$\{(\w+)\}").Select(match => match.Groups[1].Value).Distinct();

        Assert.All(asked, variable => Assert.Contains(variable, set));
        Assert.Contains("COMPOSE_PROFILES", set);
    }

    private static string HostOf(YamlMappingNode silo) => silo.Children[new YamlScalarNode("hostname")].ToString();
}
