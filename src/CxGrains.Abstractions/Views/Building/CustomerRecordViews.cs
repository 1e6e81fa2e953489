using CxGrains.Abstractions.Definitions;
using CxGrains.Domain;
using CxGrains.Domain.Customers;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>All that is kept of a customer.</summary>
public static class CustomerRecordViews
{
    /// <summary>The record of a customer, now; ids that were merged into it are the caller's to add.</summary>
    /// <param name="customer">Its state.</param>
    /// <param name="definitions">What the workspace has defined.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static CustomerRecordView Of(Customer customer, WorkspaceDefinitions definitions, long nowMs) => new()
    {
        Customer = CustomerViews.Of(customer, definitions, nowMs, isNow: true),
        SettledTickets = TicketViews.SettledOf(customer),
        Journeys = JourneysOf(customer, definitions),
        CancelRequested = TimeOf(customer.Cancellation.RequestedMs),
        Cancelled = TimeOf(customer.Cancellation.CancelledMs),
        Renewed = TimeOf(customer.BuyingTimes?.RenewedMs),
        FirstPurchase = TimeOf(customer.BuyingTimes?.FirstMs),
        LastPurchase = TimeOf(customer.BuyingTimes?.LastMs),
        ActiveDays = customer.Rhythm.ActiveDays,
        PredictionMade = TimeOf(customer.Pending?.AtMs),
        RememberedIds = customer.RememberedIds,
    };

    /// <summary>The record with all ids that were merged into the customer, one after the other or at once.</summary>
    /// <param name="record">The record.</param>
    /// <param name="mergedInto">Tells the ids that were merged into one of some others.</param>
    public static async Task<CustomerRecordView> WithMergedIdsAsync(CustomerRecordView record, Func<string[], Task<IEnumerable<string>>> mergedInto)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        string[] asked = [record.Customer.Id];
        for (var hops = 0; hops < Limits.MergePathMax && asked.Length > 0; hops++)
        {
            asked = [.. (await mergedInto(asked)).Where(id => id != record.Customer.Id && found.Add(id))];
        }

        return record with { MergedIds = [.. found] };
    }

    private static List<JourneyStayView> JourneysOf(Customer customer, WorkspaceDefinitions definitions)
    {
        var stays = new List<JourneyStayView>();
        foreach (var stay in customer.Stays.All)
        {
            if (definitions.Settings.Journeys.FirstOrDefault(journey => journey.Slot == stay.Slot && journey.Version == stay.Version) is { } journey)
            {
                stays.Add(new JourneyStayView(journey.Id, journey.Stages[stay.Stage].Id, Instants.ToTime(stay.EnteredMs)));
            }
        }

        return stays;
    }

    private static DateTimeOffset? TimeOf(long? atMs) => atMs is > 0 ? Instants.ToTime(atMs.Value) : null;
}
