using System.Net;
using CxGrains.Web.Tests.Support;
using CxGrains.Web.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Users;

public sealed class DemoUsersTests
{
    [Fact]
    public async Task A_demo_has_a_user_of_each_role_whose_password_is_new_at_each_start()
    {
        var sink = new Box();
        await using var server = await StartAsync(sink, isDemo: true);
        var (names, password) = await sink.Shown.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(["viewer", "agent", "manager", "administrator"], names);
        foreach (var name in names)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.TrySignInAsync(name, password)).StatusCode);
        }

        var later = new Box();
        await using var again = await StartAsync(later, isDemo: true);

        Assert.NotEqual(password, (await later.Shown.Task.WaitAsync(TimeSpan.FromSeconds(60))).Password);
    }

    [Fact]
    public async Task Without_a_demo_there_is_nobody()
    {
        var sink = new Box();
        await using var server = await StartAsync(sink, isDemo: false);

        Assert.False(sink.Shown.Task.IsCompleted);
        Assert.Empty(await server.Service<UserStore>().OfAsync("default", CancellationToken.None));
    }

    private static Task<WebServer> StartAsync(Box sink, bool isDemo) =>
        WebServer.StartAsync(options => options.DemoSignIn = isDemo, services: services => services.AddSingleton<IDemoUsersSink>(sink));

    private sealed class Box : IDemoUsersSink
    {
        public TaskCompletionSource<(IReadOnlyList<string> Names, string Password)> Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Show(IReadOnlyList<string> names, string password) => Shown.SetResult((names, password));
    }
}
