namespace CxGrains.Web.Audit;

/// <summary>What the audit log calls the things that people do. Stored: a name never changes its meaning.</summary>
internal static class AuditActions
{
    public const string WorkspaceRead = "workspace.read";
    public const string CustomersList = "customers.list";
    public const string AccountsList = "accounts.list";
    public const string AccountRead = "account.read";
    public const string CustomerRead = "customer.read";
    public const string CustomerExport = "customer.export";
    public const string CustomerErased = "customer.erased";
    public const string ConsentRead = "consent.read";
    public const string ConsentChanged = "consent.changed";
    public const string CommentsRead = "comments.read";
    public const string AlertsRead = "alerts.read";
    public const string AlertTaken = "alert.taken";
    public const string AlertSnoozed = "alert.snoozed";
    public const string AlertResolved = "alert.resolved";
    public const string AlertRuleTried = "alertRule.tried";
    public const string AlertRuleChanged = "alertRule.changed";
    public const string QuarantineRead = "quarantine.read";
    public const string QuarantineReplayed = "quarantine.replayed";
    public const string QuarantineRemoved = "quarantine.removed";
    public const string DeliveriesRead = "deliveries.read";
    public const string DeliveryReplayed = "delivery.replayed";
    public const string DestinationChanged = "destination.changed";
    public const string DestinationRemoved = "destination.removed";
    public const string ReportRead = "report.read";
    public const string ReportChanged = "report.changed";
    public const string ReportRemoved = "report.removed";
    public const string ReportIssued = "report.issued";
    public const string ReportIssueRemoved = "report.issueRemoved";
    public const string ConnectionChanged = "connection.changed";
    public const string ConnectionRemoved = "connection.removed";
    public const string SettingsChanged = "settings.changed";
    public const string SurveyChanged = "survey.changed";
    public const string SegmentChanged = "segment.changed";
    public const string WorkspaceCreated = "workspace.created";
    public const string KeyCreated = "key.created";
    public const string KeyRevoked = "key.revoked";
    public const string SignedIn = "session.began";
    public const string SignInRefused = "session.refused";
    public const string SignedOutEverywhere = "session.endedEverywhere";
    public const string PasswordChanged = "password.changed";
    public const string UserChanged = "user.changed";
    public const string UserRemoved = "user.removed";
    public const string WallLinkCreated = "wallLink.created";
    public const string WallLinkRevoked = "wallLink.revoked";
    public const string DirectoryMoved = "directory.moved";
    public const string InteractionsSent = "interactions.sent";
    public const string AuditRead = "audit.read";
}
