using CxGrains.Domain.Scores.Health;

namespace CxGrains.Domain.Customers;

/// <summary>The parts of a customer's state that most customers do not have: which there are, and those.</summary>
internal static class CustomerPartsEncoding
{
    [Flags]
    private enum Present
    {
        None = 0,
        RulesStamp = 1,
        BuyingTimes = 1024,
        AdvocacyActs = 2048,
        Health = 4096,
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

        customer.BuyingTimes?.Encode(writer);
        customer.AdvocacyActs?.Encode(writer);
        if (present.HasFlag(Present.Health))
        {
            writer.Write7BitEncodedInt(customer.Health.Week);
            writer.Write7BitEncodedInt64((long)customer.Health.Measures.Packed);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static void Decode(Customer customer, BinaryReader reader, NamePool names)
    {
        var present = (Present)reader.Read7BitEncodedInt();
        if (present.HasFlag(Present.RulesStamp))
        {
            customer.RulesStamp = reader.Read7BitEncodedInt64();
        }

        customer.BuyingTimes = present.HasFlag(Present.BuyingTimes) ? BuyingTimes.Decode(reader) : null;
        customer.AdvocacyActs = present.HasFlag(Present.AdvocacyActs) ? AdvocacyActs.Decode(reader) : null;
        if (present.HasFlag(Present.Health))
        {
            customer.Health = new HealthSnapshot(reader.Read7BitEncodedInt(), new HealthMeasures((ulong)reader.Read7BitEncodedInt64()));
        }
    }

    private static Present PresentIn(Customer customer) =>
        (customer.RulesStamp == 0 ? Present.None : Present.RulesStamp)
        | (customer.BuyingTimes is null ? Present.None : Present.BuyingTimes)
        | (customer.AdvocacyActs is null ? Present.None : Present.AdvocacyActs)
        | (customer.Health.Week == 0 ? Present.None : Present.Health);
}
