using CxGrains.Web.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Delivery;

/// <summary>An environment variable is one text, and what it says must not be passed over.</summary>
public class AllowedNetworksTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("10.0.0.0/8, fd00::/8 ,", "10.0.0.0/8 fd00::/8")]
    [InlineData("", "")]
    public void A_text_is_a_list_with_commas(string text, string networks) =>
        Assert.Equal(networks, string.Join(' ', Read(("Delivery:AllowedNetworks", text)).AllowedNetworks));

    [Fact]
    public void A_list_is_a_list() =>
        Assert.Equal(["10.0.0.0/8", "127.0.0.0/8"], Read(("Delivery:AllowedNetworks:0", "10.0.0.0/8"), ("Delivery:AllowedNetworks:1", "127.0.0.0/8")).AllowedNetworks);

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/8;127.0.0.0/8")]
    [InlineData("10.0.0.0/33")]
    public void What_is_no_network_is_refused_by_its_name(string text)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(("Delivery:AllowedNetworks", text)));

        Assert.Contains($"Delivery:AllowedNetworks holds '{text}', which is no network", error.Message);
    }

    private static DeliveryOptions Read(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
        services.AddDelivery();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DeliveryOptions>>().Value;
    }
}
