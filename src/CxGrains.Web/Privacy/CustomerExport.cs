using System.ComponentModel;
using CxGrains.Abstractions.Views;
using CxGrains.Web.Audit;
using CxGrains.Web.Delivery.Views;

namespace CxGrains.Web.Privacy;

/// <summary>Everything that is known of one customer, in one document.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="ExportedAt">When it was put together.</param>
/// <param name="Record">What is kept of the customer: views, statements, answers, timeline, tickets, and what stands behind them.</param>
/// <param name="Alerts">The alerts that were raised for it, with what was done with them.</param>
/// <param name="Deliveries">The messages about it that destinations were sent, or are to be sent.</param>
/// <param name="Quarantined">What tools sent that names it and could not be read.</param>
/// <param name="Audit">Who looked at it or changed it.</param>
/// <param name="Incomplete">The parts that hold more than was looked through; empty where all was.</param>
[Description("Everything that is known of one customer.")]
internal sealed record CustomerExport(
    string Workspace,
    DateTimeOffset ExportedAt,
    CustomerRecordView Record,
    IReadOnlyList<AlertView> Alerts,
    IReadOnlyList<DeliveryView> Deliveries,
    IReadOnlyList<QuarantinedText> Quarantined,
    IReadOnlyList<AuditEntryView> Audit,
    IReadOnlyList<string> Incomplete);
