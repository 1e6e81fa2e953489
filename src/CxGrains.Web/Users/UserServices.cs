using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxGrains.Web.Users;

/// <summary>Adds what users need.</summary>
internal static class UserServices
{
    public static void AddUsers(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Rounds);
        services.AddSingleton<Passwords>();
        services.AddSingleton<UserStore>();
        services.AddSingleton<UserChanges>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SignIns>();
        services.TryAddSingleton<IDemoUsersSink, ConsoleDemoUsersSink>();
        services.AddHostedService<DemoUsers>();
    }
}
