namespace CxGrains.Host.Demo;

/// <summary>Adds the demo company.</summary>
public static class DemoServices
{
    /// <summary>
    /// Adds the demo: an invented company with a year of history and live traffic. Settings come from the section <c>Demo</c>.
    /// Add it after the runtime, which must have started before it, and before the web, which would make the workspace otherwise.
    /// </summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddOptions<DemoOptions>()
            .BindConfiguration(DemoOptions.Section)
            .ValidateDataAnnotations()
            .Validate(
                options => options.RatePerSecondMin <= options.RatePerSecondMax,
                $"{nameof(DemoOptions.RatePerSecondMin)} must not exceed {nameof(DemoOptions.RatePerSecondMax)}")
            .ValidateOnStart();
        services.AddHostedService<DemoService>();
        return services;
    }
}
