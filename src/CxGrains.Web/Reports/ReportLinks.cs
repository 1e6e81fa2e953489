using CxGrains.Abstractions.Reports;
using CxGrains.Web.Delivery;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Reports;

/// <summary>Where issues are opened.</summary>
internal sealed class ReportLinks(IOptions<DeliveryOptions> delivery)
{
    /// <summary>What every link's path begins with.</summary>
    public const string Path = "/r";

    private readonly string? _publicUrl = delivery.Value.PublicUrl?.TrimEnd('/');

    /// <summary>Whether links are whole: somebody has said where the dashboard is.</summary>
    public bool AreWhole => _publicUrl is not null;

    /// <summary>An issue's link; a path alone where nobody has said where the dashboard is.</summary>
    public string Of(ReportRecord record, string issue) => $"{_publicUrl}{Path}/{record.TokenOf(issue)}";
}
