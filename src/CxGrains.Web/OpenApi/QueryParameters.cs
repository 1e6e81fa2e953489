using CxGrains.Abstractions.Audit;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;
using Microsoft.OpenApi;

namespace CxGrains.Web.OpenApi;

/// <summary>The query parameters of each path. Endpoints read them by hand, so that a fault names the parameter.</summary>
internal static class QueryParameters
{
    /// <summary>Stands for an id in a path.</summary>
    public const string IdPlaceholder = "{id}";

    private static readonly OpenApiParameter AsOf = Text("asOf", "The instant scores are evaluated at, ISO 8601; a date alone means the end of that UTC day. Now where absent.");

    private static readonly OpenApiParameter Window = Text("window", $"UTC days up to asOf, 1d to {Limits.ShardDaysMax}d; 30d where absent.");

    private static readonly Dictionary<(string Method, string Path), OpenApiParameter[]> All = new()
    {
        [("GET", "workspace")] = [AsOf],
        [("GET", "customers")] =
        [
            Text("q", "Text that id, name, e-mail or account must contain."),
            OneOf("band", "Only this risk band.", "notEnoughData", "low", "medium", "high"),
            Text("segment", "Only members of this segment."),
            Text("account", "Only this account."),
            Text("rule", $"Only those that match a segment's rule, as JSON of at most {CustomerQuery.RuleCharsMax} characters. Fields: {string.Join(", ", IndexedRule.Fields)}."),
            OneOf("sort", "The order; risk where absent.", "risk", "lastSeen", "engagement", "value", "name"),
            OneOf("reverse", "Whether to turn the order round.", "true", "false"),
            Whole("limit", $"Customers a page, 1 to {CustomerQuery.LimitMax}; 50 where absent.", CustomerQuery.LimitMax),
            Text("cursor", "The member next of the page before."),
            AsOf,
        ],
        [("GET", "accounts")] =
        [
            Text("q", "Text that the id must contain."),
            OneOf("sort", "The order; risk where absent.", "risk", "value", "customers", "lastSeen", "renewal", "name"),
            OneOf("reverse", "Whether to turn the order round.", "true", "false"),
            Whole("limit", $"Accounts a page, 1 to {CustomerQuery.LimitMax}; 50 where absent.", CustomerQuery.LimitMax),
            Text("cursor", "The member next of the page before."),
            AsOf,
        ],
        [("GET", "accounts/{id}")] = [AsOf],
        [("GET", "customers/{id}")] = [AsOf],
        [("DELETE", "customers/{id}")] = [OneOf("wait", "Answer only when queries no longer know the customer.", "applied")],
        [("GET", "surveys/{id}")] = [Window, AsOf],
        [("GET", "surveys/{id}/comparison")] =
        [
            Window,
            AsOf,
            Text("against", "The instant the other window ends with; the window right before where absent."),
            Text("segment", "Compare this segment's members instead of windows."),
            Text("with", "The segment it is held against; all customers where absent."),
        ],
        [("GET", "surveys/{id}/segments")] = [Window, AsOf],
        [("GET", "surveys/{id}/comments")] =
        [
            Window,
            AsOf,
            OneOf("category", "Only answers of this category.", [.. AnswerCategory.All]),
            Text("channel", "Only answers that came on this channel."),
            Text("q", "Text that the comment must contain."),
            Whole("limit", $"Comments, 1 to {CommentQuery.LimitMax}; 50 where absent.", CommentQuery.LimitMax),
        ],
        [("GET", "segments/{id}/overlap")] = [Text("with", "The other segment.")],
        [("GET", "segments/{id}")] = [AsOf],
        [("GET", "insights")] =
        [
            Text("segment", "Only members of this segment; all customers where absent."),
            Window,
            AsOf,
        ],
        [("GET", "alerts")] =
        [
            OneOf("state", "open where absent: those that are open, taken or snoozed.", "open", "taken", "snoozed", "resolved", "closed", "alreadySo"),
            Whole("limit", "Alerts, 1 to 200; 50 where absent.", 200),
        ],
        [("GET", "audit")] =
        [
            Text("customer", "Only entries about this customer."),
            Text("action", "Only this action, such as customer.read."),
            Text("by", "Only what was done with the key of this id, or by this user: user:NAME."),
            Text("before", "The member next of the page before."),
            Whole("limit", $"Entries a page, 1 to {IAuditLog.PageMax}; 50 where absent.", IAuditLog.PageMax),
        ],
        [("POST", "alert-rules/dry-run")] = [Whole("examples", "Examples, 1 to 50; 10 where absent.", 50)],
        [("POST", "move")] =
        [
            Text("source", "The directory's fingerprint, 64 hexadecimal digits."),
            Whole("partitions", "The directory's partitions; the cluster must have as many.", 64),
            Text("lastRow", "The last row of the directory's log, from 0."),
            Text("customers", "The directory's customers, from 0."),
            OneOf("last", "Whether these are the last parts.", "true", "false"),
        ],
        [("GET", "destinations/{id}/deliveries")] =
        [
            OneOf("state", "Only these; all where absent.", "all", "waiting", "delivered", "dead"),
            Whole("limit", $"Messages a page, 1 to {OutboxLimits.PageMax}; 50 where absent.", OutboxLimits.PageMax),
            Text("cursor", "The member next of the page before."),
        ],
        [("POST", "reports/{id}/issue")] = [OneOf("send", "Whether to send it to the report's recipients as well.", "true", "false")],
        [("GET", "keys")] = [Text("workspace", "The workspace; the key's own where absent.")],
        [("DELETE", "keys/{id}")] = [Text("workspace", "The key's workspace; the caller's own where absent.")],
        [("GET", "quarantine")] =
        [
            Text("source", "Only of this source, such as segment or connection/ID."),
            Whole("limit", "Payloads a page, 1 to 200; 50 where absent.", 200),
            Whole("before", "The member next of the page before.", int.MaxValue),
        ],
        [("DELETE", "quarantine")] =
        [
            Text("source", "Only of this source; all where absent."),
            Whole("before", "Only payloads whose id is lower; all where absent.", int.MaxValue),
        ],
        [("POST", "quarantine/replay")] = [Text("source", "Only of this source; all where absent.")],
        [("POST", "interactions")] =
        [
            OneOf("import", "Whether this is old data, which raises no alert.", "true", "false"),
            OneOf("wait", "Answer only when queries include the interactions.", "applied"),
        ],
    };

    /// <summary>A route's path below <c>/api/v1/</c>, with a catch-all written like any other placeholder.</summary>
    public static string PathOf(string route) => route.Trim('/')
        .Replace(CxWebEndpoints.ApiPath[1..] + "/", "", StringComparison.Ordinal)
        .Replace("{**id}", IdPlaceholder, StringComparison.Ordinal);

    /// <summary>The parameters of a path below <c>/api/v1/</c>.</summary>
    public static IReadOnlyList<OpenApiParameter> Of(string method, string path) => All.GetValueOrDefault((method, path)) ?? [];

    private static OpenApiParameter Text(string name, string description) => Make(name, description, new OpenApiSchema { Type = JsonSchemaType.String });

    private static OpenApiParameter Whole(string name, string description, int max) =>
        Make(name, description, new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = max.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private static OpenApiParameter OneOf(string name, string description, params string[] values) =>
        Make(name, description, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values] });

    private static OpenApiParameter Make(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
}
