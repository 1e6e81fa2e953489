using CxGrains.Domain.Journeys;

namespace CxGrains.Domain.Customers;

/// <summary>The parts of a customer's state that most customers do not have: which there are, and those.</summary>
internal static class CustomerPartsEncoding
{
    [Flags]
    private enum Present
    {
        None = 0,
        RulesStamp = 1,
        Stays = 32,
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

        if (present.HasFlag(Present.Stays))
        {
            customer.Stays.Encode(writer);
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

        if (present.HasFlag(Present.Stays))
        {
            customer.Stays = StageStays.Decode(reader);
        }
    }

    private static Present PresentIn(Customer customer) =>
        (customer.RulesStamp == 0 ? Present.None : Present.RulesStamp)
        | (customer.Stays.IsEmpty ? Present.None : Present.Stays);
}
