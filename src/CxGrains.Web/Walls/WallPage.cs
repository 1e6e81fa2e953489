using CxGrains.Abstractions.Live;
using CxGrains.Web.Live;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Walls;

/// <summary>
/// The one page that a wall link shows, the overview, and all that the page asks for. What does not stand here is refused to whoever came by
/// the link: no list of customers and no customer by id, but those that the overview itself shows.
/// </summary>
/// <param name="Segment">Whose figures; null for all customers.</param>
/// <param name="WindowDays">All answers of that many days; null for each customer's latest answer.</param>
internal sealed record WallPage(string? Segment, int? WindowDays)
{
    /// <summary>The windows that the overview offers, in days.</summary>
    public static readonly IReadOnlyList<int> Windows = [7, 30, 90, 365];

    private const string AtRiskShown = "8";

    /// <summary>Whether the page watches this topic.</summary>
    public bool Allows(Topic topic) => topic.Kind switch
    {
        TopicKind.Workspace or TopicKind.Alerts => true,
        TopicKind.Segment => topic.Id == Segment,
        TopicKind.Insights => topic.Id == (Segment ?? ""),
        _ => false,
    };

    /// <summary>Whether the page sends this request.</summary>
    public bool Allows(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(LiveHub.Path, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!HttpMethods.IsGet(request.Method))
        {
            return false;
        }

        return request.Path.Value switch
        {
            $"{CxWebEndpoints.ApiPath}/insights" => Asks(request, ("window", $"{WindowDays}d"), ("segment", Segment)),
            $"{CxWebEndpoints.ApiPath}/customers" => Segment is not null && Asks(request, ("band", "high"), ("limit", AtRiskShown), ("segment", Segment)),
            _ => false,
        };
    }

    // Exactly these parameters: one that is left out or added asks for something else.
    private static bool Asks(HttpRequest request, params (string Name, string? Value)[] parameters)
    {
        var wanted = parameters.Where(parameter => parameter.Value is not null).ToList();
        return request.Query.Count == wanted.Count && wanted.TrueForAll(parameter => request.Query[parameter.Name] == parameter.Value);
    }
}
