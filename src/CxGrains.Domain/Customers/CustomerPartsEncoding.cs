using CxGrains.Domain.Alerts;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Customers;

/// <summary>The parts of a customer's state that not every customer has: which there are, and those.</summary>
internal static class CustomerPartsEncoding
{
    [ThreadStatic]
    private static SilenceWeights? _silence;

    [Flags]
    private enum Present
    {
        None = 0,
        RulesStamp = 1,
        Trend = 2,
        Cancellation = 4,
        Risk = 8,
        Learning = 16,
        Pending = 32,
        BandSettled = 64,
        Tickets = 128,
        Stays = 256,
        BuyingTimes = 1024,
        AdvocacyActs = 2048,
        Health = 4096,
        AlertsFirstForm = 8192,
        MergedInto = 16384,
        MergedIds = 32768,
        Profiled = 65536,
        Alerts = 131072,
    }

    /// <summary>Writes the parts there are.</summary>
    public static void Encode(Customer customer, BinaryWriter writer)
    {
        var present = PresentIn(customer);
        writer.Write7BitEncodedInt((int)present);
        if (present.HasFlag(Present.RulesStamp))
        {
            writer.Write7BitEncodedInt64(customer.RulesStamp);
        }

        if (present.HasFlag(Present.Trend))
        {
            // Its clock is Engagement's.
            writer.Write(customer.Trend.Fast);
            writer.Write(customer.Trend.Slow);
        }

        if (present.HasFlag(Present.Cancellation))
        {
            var (requestedMs, cancelledMs) = customer.Cancellation;
            writer.Write7BitEncodedInt64(requestedMs);
            writer.Write7BitEncodedInt64(cancelledMs);
        }

        if (present.HasFlag(Present.Risk))
        {
            writer.Write(customer.StaticLogOdds);
            customer.Silence.Encode(writer);
        }

        if (present.HasFlag(Present.Learning))
        {
            writer.Write7BitEncodedInt64(customer.LandmarkMs);
            writer.Write7BitEncodedInt64(customer.LearnDueMs - customer.LandmarkMs);
            writer.Write7BitEncodedInt64(customer.LandmarkTakenMs);
        }

        customer.Pending?.Encode(writer);
        if (present.HasFlag(Present.BandSettled))
        {
            writer.Write7BitEncodedInt64(customer.BandSettledMs);
        }

        customer.Tickets?.Encode(writer);
        if (present.HasFlag(Present.Stays))
        {
            customer.Stays.Encode(writer);
        }

        customer.BuyingTimes?.Encode(writer);
        customer.AdvocacyActs?.Encode(writer);
        if (present.HasFlag(Present.Health))
        {
            writer.Write7BitEncodedInt(customer.Health.Week);
            writer.Write7BitEncodedInt64((long)customer.Health.Measures.Packed);
        }

        customer.Alerts?.Encode(writer);

        if (customer.MergedInto is { } into)
        {
            writer.Write(into);
        }

        if (present.HasFlag(Present.MergedIds))
        {
            writer.WriteTexts(customer.MergedIds);
        }

        if (present.HasFlag(Present.Profiled))
        {
            writer.Write7BitEncodedInt64(customer.ProfiledFromMs);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <returns>Whether the customer was evaluated by a model that has learned, and so its risk is there.</returns>
    public static bool Decode(Customer customer, BinaryReader reader, NamePool names)
    {
        var present = (Present)reader.Read7BitEncodedInt();
        customer.RulesStamp = present.HasFlag(Present.RulesStamp) ? reader.Read7BitEncodedInt64() : 0;
        if (present.HasFlag(Present.Trend))
        {
            customer.Restore(new ActivityTrend(customer.Engagement.ClockMs, reader.ReadDouble(), reader.ReadDouble()));
        }

        if (present.HasFlag(Present.Cancellation))
        {
            customer.Cancellation = new Cancellation(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        }

        if (present.HasFlag(Present.Risk))
        {
            var staticLogOdds = reader.ReadDouble();
            customer.RestoreRisk(staticLogOdds, _silence = SilenceWeights.Decode(reader, _silence ?? SilenceWeights.Prior));
        }

        if (present.HasFlag(Present.Learning))
        {
            customer.LandmarkMs = reader.Read7BitEncodedInt64();
            customer.LearnDueMs = customer.LandmarkMs + reader.Read7BitEncodedInt64();
            customer.LandmarkTakenMs = reader.Read7BitEncodedInt64();
        }

        customer.Pending = present.HasFlag(Present.Pending) ? PendingPrediction.Decode(reader) : null;
        customer.BandSettledMs = present.HasFlag(Present.BandSettled) ? reader.Read7BitEncodedInt64() : 0;
        customer.Tickets = present.HasFlag(Present.Tickets) ? TicketBook.Decode(reader, names) : null;
        customer.Stays = present.HasFlag(Present.Stays) ? StageStays.Decode(reader) : StageStays.None;
        customer.BuyingTimes = present.HasFlag(Present.BuyingTimes) ? BuyingTimes.Decode(reader) : null;
        customer.AdvocacyActs = present.HasFlag(Present.AdvocacyActs) ? AdvocacyActs.Decode(reader) : null;
        if (present.HasFlag(Present.Health))
        {
            customer.Health = new HealthSnapshot(reader.Read7BitEncodedInt(), new HealthMeasures((ulong)reader.Read7BitEncodedInt64()));
        }

        customer.Alerts = present.HasFlag(Present.Alerts) || present.HasFlag(Present.AlertsFirstForm)
            ? AlertMemory.Decode(reader, isFirstForm: present.HasFlag(Present.AlertsFirstForm))
            : null;
        customer.MergedInto = present.HasFlag(Present.MergedInto) ? reader.ReadString() : null;
        if (present.HasFlag(Present.MergedIds))
        {
            customer.AddMergedIds(reader.ReadTexts());
        }

        customer.ProfiledFromMs = present.HasFlag(Present.Profiled) ? reader.Read7BitEncodedInt64() : 0;
        return present.HasFlag(Present.Risk);
    }

    private static Present PresentIn(Customer customer) =>
        (customer.RulesStamp == 0 ? 0 : Present.RulesStamp)
        | (customer.Trend.Slow == 0 ? 0 : Present.Trend)
        | (customer.Cancellation == Cancellation.None ? 0 : Present.Cancellation)
        | (ReferenceEquals(customer.Silence, SilenceWeights.Prior) ? 0 : Present.Risk)
        | (customer.LandmarkMs == long.MaxValue && customer.LearnDueMs == long.MaxValue && customer.LandmarkTakenMs == 0 ? 0 : Present.Learning)
        | (customer.Pending is null ? 0 : Present.Pending)
        | (customer.BandSettledMs == 0 ? 0 : Present.BandSettled)
        | (customer.Tickets is null ? 0 : Present.Tickets)
        | (customer.Stays.IsEmpty ? 0 : Present.Stays)
        | (customer.BuyingTimes is null ? 0 : Present.BuyingTimes)
        | (customer.AdvocacyActs is null ? 0 : Present.AdvocacyActs)
        | (customer.Health.Week == 0 ? 0 : Present.Health)
        | (customer.Alerts is null ? 0 : Present.Alerts)
        | (customer.MergedInto is null ? 0 : Present.MergedInto)
        | (customer.MergedIds.Count == 0 ? 0 : Present.MergedIds)
        | (customer.ProfiledFromMs == 0 ? 0 : Present.Profiled);
}
