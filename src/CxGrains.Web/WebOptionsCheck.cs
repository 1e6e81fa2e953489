using Microsoft.Extensions.Options;

namespace CxGrains.Web;

/// <summary>The bounds of <see cref="WebOptions"/> that depend on each other.</summary>
internal sealed class WebOptionsCheck : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        if (options.IngestBytesInFlightMax < options.BodyBytesMax)
        {
            return ValidateOptionsResult.Fail(
                $"Web:IngestBytesInFlightMax is {options.IngestBytesInFlightMax} and must be at least Web:BodyBytesMax, which is {options.BodyBytesMax}.");
        }

        return options.LiveRefreshMs < options.LivePeriodMs
            ? ValidateOptionsResult.Fail($"Web:LiveRefreshMs is {options.LiveRefreshMs} and must be at least Web:LivePeriodMs, which is {options.LivePeriodMs}.")
            : ValidateOptionsResult.Success;
    }
}
