using CxGrains.Abstractions.Ingest;
using Microsoft.Extensions.Options;

namespace CxGrains.Web;

/// <summary>The bounds of <see cref="WebOptions"/> that depend on each other and on the runtime's.</summary>
internal sealed class WebOptionsCheck(IIngest ingest) : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        (bool IsMet, string Otherwise)[] rules =
        [
            (options.IngestBytesInFlightMax >= options.BodyBytesMax,
                $"Web:IngestBytesInFlightMax is {options.IngestBytesInFlightMax} and must be at least Web:BodyBytesMax, which is {options.BodyBytesMax}."),
            (ingest.BatchBytesMax >= options.BodyBytesMax,
                $"Web:BodyBytesMax is {options.BodyBytesMax} and must be at most what the runtime lets wait (WaitingBytesMax), which is {ingest.BatchBytesMax}."),
            (options.LiveRefreshMs >= options.LivePeriodMs,
                $"Web:LiveRefreshMs is {options.LiveRefreshMs} and must be at least Web:LivePeriodMs, which is {options.LivePeriodMs}."),
            (options.WebSocketsMax >= options.LiveConnectionsMax,
                $"Web:WebSocketsMax is {options.WebSocketsMax} and must be at least Web:LiveConnectionsMax, which is {options.LiveConnectionsMax}."),
        ];
        var broken = rules.Where(rule => !rule.IsMet).Select(rule => rule.Otherwise).ToList();
        return broken.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken);
    }
}
