using System.ComponentModel;

namespace CxGrains.Web.Connectors.Sources;

/// <summary>One way in which a workspace hears its customers.</summary>
/// <param name="Id">Its id, such as <c>api/web</c> or <c>connection/typeform-1</c>.</param>
/// <param name="Kind"><c>api</c>, <c>segment</c>, <c>cloudevents</c>, or the kind of the connection.</param>
/// <param name="Name">Its name for people: the connection's, or the channel's.</param>
/// <param name="Last24h">Events taken in the last 24 hours, the one that runs included.</param>
/// <param name="Last7d">Events taken in the last 7 days.</param>
/// <param name="Bad7d">Events of the last 7 days that could not be taken.</param>
/// <param name="BadShare">Their share of all, 0 to 1; absent where nothing came.</param>
/// <param name="LastAt">When the last one was taken; absent where none ever was.</param>
/// <param name="LastBadAt">When the last one could not be; absent where all could.</param>
[Description("One way in which a workspace hears its customers.")]
internal sealed record SourceView(
    string Id, string Kind, string Name, long Last24h, long Last7d, long Bad7d, double? BadShare, DateTimeOffset? LastAt, DateTimeOffset? LastBadAt);
