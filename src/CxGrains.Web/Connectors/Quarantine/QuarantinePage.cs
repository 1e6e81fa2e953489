using CxGrains.Abstractions.Quarantine;

namespace CxGrains.Web.Connectors.Quarantine;

/// <summary>A page of the quarantine.</summary>
/// <param name="Payloads">The newest first.</param>
/// <param name="Count">Payloads in all.</param>
/// <param name="Bytes">Their bytes in all.</param>
/// <param name="Dropped">Payloads that were ever let go because there were too many, the oldest first.</param>
/// <param name="Next">What <c>before</c> must be for the next page; absent at the end.</param>
internal sealed record QuarantinePage(IReadOnlyList<PayloadView> Payloads, int Count, long Bytes, long Dropped, long? Next)
{
    /// <summary>The page of a list.</summary>
    public static QuarantinePage Of(QuarantineList list, int limit) => new(
        [.. list.Payloads.Select(PayloadView.Of)],
        list.Count,
        list.Bytes,
        list.Dropped,
        list.Payloads.Count == limit ? list.Payloads[^1].Id : null);
}
