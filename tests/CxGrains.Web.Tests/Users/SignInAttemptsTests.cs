using System.Globalization;
using System.Net;
using CxGrains.Web.Problems;
using CxGrains.Web.Tests.Support;
using CxGrains.Web.Users;

namespace CxGrains.Web.Tests.Users;

public sealed class SignInAttemptsTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void An_address_that_tries_many_names_is_refused_and_another_is_not()
    {
        var attempts = new SignInAttempts(_clock);
        for (var i = 0; i < SignInAttempts.PerAddressMax; i++)
        {
            attempts.Take("default", Name(i), Here);
        }

        Assert.Equal(429, Assert.Throws<ProblemException>(() => attempts.Take("default", "next", Here.MapToIPv6())).Problem.Status);
        attempts.Take("default", "next", IPAddress.Parse("192.0.2.2"));
        _clock.Advance(TimeSpan.FromMinutes(SignInAttempts.WindowMinutes));
        attempts.Take("default", "next", Here);
    }

    [Fact]
    public void One_network_of_the_new_internet_is_one_address()
    {
        var attempts = new SignInAttempts(_clock);
        for (var i = 0; i < SignInAttempts.PerAddressMax; i++)
        {
            attempts.Take("default", Name(i), IPAddress.Parse($"2001:db8::{i + 1:x}"));
        }

        Assert.Throws<ProblemException>(() => attempts.Take("default", "next", IPAddress.Parse("2001:db8::ffff")));
        attempts.Take("default", "next", IPAddress.Parse("2001:db8:0:1::1"));
    }

    [Fact]
    public void Who_signs_in_rightly_is_never_refused()
    {
        var attempts = new SignInAttempts(_clock);

        for (var i = 0; i < 10 * SignInAttempts.PerAddressMax; i++)
        {
            attempts.Take("default", "ann", Here);
            attempts.Forgive("default", "ann", Here);
        }
    }

    [Fact]
    public void One_name_in_two_workspaces_is_two()
    {
        var attempts = new SignInAttempts(_clock);
        for (var i = 0; i < SignInAttempts.PerNameMax; i++)
        {
            attempts.Take("default", "ann", null);
        }

        Assert.Throws<ProblemException>(() => attempts.Take("default", "ann", null));
        attempts.Take("acme", "ann", null);
    }

    [Fact]
    public void However_many_names_are_tried_no_more_are_remembered_than_may_be()
    {
        var attempts = new SignInAttempts(_clock);
        for (var i = 0; i < SignInAttempts.CountMax + 100; i++)
        {
            attempts.Take("default", Name(i), new IPAddress(i + 1));
        }

        Assert.Equal(SignInAttempts.CountMax, attempts.Remembered);
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
