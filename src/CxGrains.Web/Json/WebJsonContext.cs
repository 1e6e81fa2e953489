using System.Text.Json.Serialization;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Settings;
using CxGrains.Web.Alerts;
using CxGrains.Web.Audit;
using CxGrains.Web.Connectors.Connections;
using CxGrains.Web.Connectors.Quarantine;
using CxGrains.Web.Connectors.Segment;
using CxGrains.Web.Connectors.Sources;
using CxGrains.Web.Definitions;
using CxGrains.Web.Delivery.Views;
using CxGrains.Web.Ingest;
using CxGrains.Web.Keys;
using CxGrains.Web.Live;
using CxGrains.Web.Moving;
using CxGrains.Web.Privacy;
using CxGrains.Web.Queries;
using CxGrains.Web.Reports.Views;
using CxGrains.Web.Users;
using CxGrains.Web.Walls;

namespace CxGrains.Web.Json;

/// <summary>Serialisers of everything that is answered or pushed, made when compiling.</summary>
[JsonSerializable(typeof(WorkspaceView))]
[JsonSerializable(typeof(CustomerPage))]
[JsonSerializable(typeof(CustomerView))]
[JsonSerializable(typeof(RuleCountView))]
[JsonSerializable(typeof(SurveyView))]
[JsonSerializable(typeof(SurveyList))]
[JsonSerializable(typeof(ComparisonView))]
[JsonSerializable(typeof(SurveySegmentsView))]
[JsonSerializable(typeof(CommentsView))]
[JsonSerializable(typeof(SegmentOverlapView))]
[JsonSerializable(typeof(SegmentView))]
[JsonSerializable(typeof(SegmentList))]
[JsonSerializable(typeof(InsightsView))]
[JsonSerializable(typeof(ModelView))]
[JsonSerializable(typeof(AlertPage))]
[JsonSerializable(typeof(AlertView))]
[JsonSerializable(typeof(DryRunView))]
[JsonSerializable(typeof(SurveyDefinitionView))]
[JsonSerializable(typeof(SegmentDefinitionView))]
[JsonSerializable(typeof(WorkspaceSettings))]
[JsonSerializable(typeof(DestinationList))]
[JsonSerializable(typeof(DestinationView))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(QueuedView))]
[JsonSerializable(typeof(AlertRule))]
[JsonSerializable(typeof(AlertRuleList))]
[JsonSerializable(typeof(ReportList))]
[JsonSerializable(typeof(ReportView))]
[JsonSerializable(typeof(IssueList))]
[JsonSerializable(typeof(IssueView))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(ConsentAnswer))]
[JsonSerializable(typeof(CustomerExport))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(UserJson))]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(UserList))]
[JsonSerializable(typeof(WallLinkJson))]
[JsonSerializable(typeof(WallLinkList))]
[JsonSerializable(typeof(CreatedWallLinkView))]
[JsonSerializable(typeof(WorkspaceRecord))]
[JsonSerializable(typeof(CreatedKeyView))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(IngestAnswer))]
[JsonSerializable(typeof(List<Rejection>))]
[JsonSerializable(typeof(MoveAnswer))]
[JsonSerializable(typeof(ConnectionJson))]
[JsonSerializable(typeof(ConnectionList))]
[JsonSerializable(typeof(HookAnswer))]
[JsonSerializable(typeof(QuarantinePage))]
[JsonSerializable(typeof(ReplayAnswer))]
[JsonSerializable(typeof(SourceList))]
[JsonSerializable(typeof(SegmentAnswer))]
[JsonSerializable(typeof(SegmentSettings))]
[JsonSerializable(typeof(SourceTallyJson))]
[JsonSerializable(typeof(LiveSnapshot))]
[JsonSerializable(typeof(LiveDelta))]

// A trait's values are known only as objects.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
internal sealed partial class WebJsonContext : JsonSerializerContext;
