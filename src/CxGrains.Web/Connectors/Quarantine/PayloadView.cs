using System.ComponentModel;
using System.Text;
using CxGrains.Abstractions.Quarantine;

namespace CxGrains.Web.Connectors.Quarantine;

/// <summary>A payload that could not be read.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="At">When it came.</param>
/// <param name="Reason">Why it could not be read.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Preview">Its beginning as text.</param>
[Description("A payload that could not be read.")]
internal sealed record PayloadView(long Id, string Source, DateTimeOffset At, string Reason, int Bytes, string Preview)
{
    /// <summary>The view of a payload.</summary>
    public static PayloadView Of(QuarantinedPayload payload) => new(
        payload.Id,
        payload.Source,
        DateTimeOffset.FromUnixTimeMilliseconds(payload.ReceivedMs),
        payload.Reason,
        payload.Length,
        Encoding.UTF8.GetString(payload.Body.Span[..Math.Min(payload.Body.Length, IPayloadQuarantine.PreviewBytesMax)]));
}
