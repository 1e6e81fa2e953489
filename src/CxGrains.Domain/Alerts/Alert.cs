namespace CxGrains.Domain.Alerts;

/// <summary>Something a person should hear once.</summary>
/// <param name="Id">Made from the rule, the subject and what caused it, so that the same cause never raises two.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Customer">The customer's id.</param>
/// <param name="AtMs">When the cause happened, Unix milliseconds UTC.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Probability">The churn probability at that moment.</param>
public sealed record Alert(string Id, string Rule, string Customer, long AtMs, string Reason, double Probability)
{
    /// <summary>The rule of a customer that turns high risk.</summary>
    public const string ChurnHigh = "churn-high";

    /// <summary>Minutes after its cause within which an alert is news; learned later it shows as "already so".</summary>
    public const int NewsMinutesMax = 60;

    /// <summary>Writes the alert.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(Rule);
        writer.Write(Customer);
        writer.Write7BitEncodedInt64(AtMs);
        writer.Write(Reason);
        writer.Write(Probability);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static Alert Decode(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt64(), reader.ReadString(), reader.ReadDouble());
}
