using System.Net;
using CxGrains.Abstractions.Delivery;
using CxGrains.Web.Delivery;
using CxGrains.Web.Delivery.Net;
using CxGrains.Web.Tests.Delivery.Support;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Tests.Delivery;

/// <summary>No outgoing call reaches what is not public, whatever the address looks like. A real listener waits, and hears of nothing.</summary>
public class OutgoingNetworkTests
{
    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[64:ff9b::7f00:1]:{0}/")]
    [InlineData("http://[2002:7f00:1::]:{0}/")]
    public async Task A_call_inside_is_never_connected(string url)
    {
        await using var inside = await Receiver.StartAsync();
        await using var office = new PostOffice(new DeliveryOptions { AllowHttp = true });

        var entry = await FailAsync(office, new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, url, inside.Port)));

        Assert.Contains("not public", entry.Attempts[0].Error);
        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_never_connected()
    {
        await using var inside = await Receiver.StartAsync();
        await using var office = new PostOffice(new DeliveryOptions { AllowHttp = true }, resolver: new FixedResolver(IPAddress.Loopback));

        var entry = await FailAsync(office, new Uri($"http://hooks.example.com:{inside.Port}/"));

        Assert.Contains("not public", entry.Attempts[0].Error);
        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task A_name_that_leads_inside_too_is_never_connected()
    {
        await using var inside = await Receiver.StartAsync();
        await using var office = new PostOffice(new DeliveryOptions { AllowHttp = true }, resolver: new FixedResolver(IPAddress.Loopback, IPAddress.Parse("93.184.215.14")));

        await FailAsync(office, new Uri($"http://hooks.example.com:{inside.Port}/"));

        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_never_followed()
    {
        await using var inside = await Receiver.StartAsync();
        await using var outside = await Receiver.StartAsync("127.0.0.2");
        outside.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = inside.Url.OriginalString;
            return Task.CompletedTask;
        };
        await using var office = new PostOffice(new DeliveryOptions { AllowedNetworks = ["127.0.0.2/32"] });

        var entry = await FailAsync(office, outside.Url);

        Assert.Equal(307, entry.Attempts[0].Status);
        Assert.Equal((1, 0), (outside.Connections, inside.Connections));
    }

    [Fact]
    public async Task Only_the_networks_named_are_allowed_and_a_mapped_address_is_of_its_own()
    {
        await using var inside = await Receiver.StartAsync();
        await using var office = new PostOffice(new DeliveryOptions { AllowedNetworks = ["127.0.0.1/32"] });
        await office.StartAsync();
        await office.DefineAsync("hook", new Uri($"http://[::ffff:127.0.0.1]:{inside.Port}/"));

        office.Raise("a-1");
        await office.UntilAsync("hook", known => known.State == MessageState.Delivered);

        Assert.Single(inside.Requests);
    }

    [Fact]
    public async Task Plain_http_to_a_public_address_is_refused_before_anything_is_connected()
    {
        await using var office = new PostOffice(resolver: new FixedResolver(IPAddress.Parse("93.184.215.14")));

        var entry = await FailAsync(office, new Uri("http://hooks.example.com/"));

        Assert.Contains("http", entry.Attempts[0].Error);
    }

    [Theory]
    [InlineData("93.184.215.14", true)]
    [InlineData("1.1.1.1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::5db8:d70e", true)]
    [InlineData("2002:5db8:d70e::1", true)]
    [InlineData("::ffff:93.184.215.14", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("10.255.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.0.0.8", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.88.99.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("3fff::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void An_address_is_public_or_not(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private static async Task<DeliveryEntry> FailAsync(PostOffice office, Uri url)
    {
        await office.StartAsync();
        await office.DefineAsync("hook", url);
        office.Raise("a-1");
        return await office.UntilAsync("hook", known => known.State == MessageState.Scheduled);
    }
}
