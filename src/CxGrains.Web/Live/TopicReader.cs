using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CxGrains.Abstractions.Live;
using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Views;
using CxGrains.Web.Json;
using CxGrains.Web.Queries;

namespace CxGrains.Web.Live;

/// <summary>Reads the view that a topic shows.</summary>
internal sealed class TopicReader(IQueries queries)
{
    private const int Alerts = 50;

    private static readonly JsonElement NotFound = JsonElement.Parse("""{"status":"notFound"}""");

    /// <summary>The topic's state now, as JSON.</summary>
    public async ValueTask<JsonElement> ReadAsync(string workspace, Topic topic, CancellationToken cancellationToken) => topic.Kind switch
    {
        TopicKind.Workspace => Write(await queries.WorkspaceAsync(workspace, null, cancellationToken)),
        TopicKind.Customer => Write(await queries.CustomerAsync(workspace, topic.Id, null, cancellationToken)),
        TopicKind.Survey => Write(await queries.SurveyAsync(workspace, topic.Id, QueryEndpoints.WindowDays, null, cancellationToken)),
        TopicKind.Model => Write(await queries.ModelAsync(workspace, cancellationToken)),
        TopicKind.Insights => Write(await queries.InsightsAsync(workspace, topic.Id.Length == 0 ? null : topic.Id, QueryEndpoints.WindowDays, null, cancellationToken)),
        TopicKind.Segment => Write(await queries.SegmentAsync(workspace, topic.Id, null, cancellationToken)),
        _ => Write<AlertPage>(await queries.AlertsAsync(workspace, "open", Alerts, cancellationToken)),
    };

    private static JsonElement Write<T>(T? view)
        where T : class =>
        view is null ? NotFound : JsonSerializer.SerializeToElement(view, (JsonTypeInfo<T>)WebJson.Options.GetTypeInfo(typeof(T)));
}
