namespace CxGrains.Domain.Alerts;

/// <summary>Something a person should hear once.</summary>
/// <param name="Id">Made from the rule, the subject and what caused it, so that the same cause never raises two.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Customer">The customer's id.</param>
/// <param name="AtMs">When the cause happened, Unix milliseconds UTC.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Probability">The churn probability at that moment, where the rule is about it.</param>
public sealed record Alert(string Id, string Rule, string Customer, long AtMs, string Reason, double? Probability)
{
    /// <summary>The rule of a customer that turns high risk, which every workspace begins with.</summary>
    public const string ChurnHigh = "churn-high";

    /// <summary>Minutes after its cause within which an alert is news; learned later it shows as "already so".</summary>
    public const int NewsMinutesMax = 60;

    /// <summary>Alerts that one record raises; of more, those of the most severe rules.</summary>
    public const int RaisedMax = 32;

    /// <summary>Characters of what a customer said that a reason repeats.</summary>
    public const int SaidCharsMax = 80;

    /// <summary>The rule's display name when it was raised.</summary>
    public string RuleName { get; init; } = AlertRules.NameOfChurnHigh;

    /// <summary>How much it matters.</summary>
    public AlertSeverity Severity { get; init; } = AlertSeverity.Critical;

    /// <summary>What the rule waited for.</summary>
    public AlertConditionType Condition { get; init; }

    /// <summary>What it is about: an alert of an account has the same id in every partition that has customers of it.</summary>
    public AlertGrouping Grouping { get; init; }

    /// <summary>Who looks after it; null for nobody in particular.</summary>
    public string? Owner { get; init; }

    /// <summary>The customer's name (trait <c>name</c>) when it was raised; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>The customer's account when it was raised; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>Nobody is to be told before this instant, Unix milliseconds UTC, because it was raised in quiet hours; 0 for at once.</summary>
    public long HeldUntilMs { get; init; }

    /// <summary>The id of an alert of a customer.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="key">The key of what caused it.</param>
    public static string IdOf(string rule, string customer, string key) => $"{rule}:{customer}:{key}";

    /// <summary>The customer in an alert's id; null where it names none.</summary>
    public static string? CustomerIn(string id)
    {
        var (start, end) = (id.IndexOf(':', StringComparison.Ordinal) + 1, id.LastIndexOf(':'));
        return start > 0 && start <= end ? id[start..end] : null;
    }

    /// <summary>Writes the alert.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(Rule);
        writer.Write(Customer);
        writer.Write7BitEncodedInt64(AtMs);
        writer.Write(Reason);
        writer.Write(Probability ?? double.NaN);
        writer.Write(RuleName);
        writer.Write((byte)Severity);
        writer.Write((byte)Condition);
        writer.Write((byte)Grouping);
        writer.WriteOptional(Owner);
        writer.WriteOptional(Name);
        writer.WriteOptional(Account);
        writer.Write7BitEncodedInt64(HeldUntilMs);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at its first byte.</param>
    /// <param name="isPlain">Whether it was written before there were rules other than <see cref="ChurnHigh"/>.</param>
    internal static Alert Decode(BinaryReader reader, bool isPlain)
    {
        var alert = new Alert(
            reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt64(), reader.ReadString(), reader.ReadDouble() is var p && double.IsNaN(p) ? null : p);
        return isPlain ? alert : alert with
        {
            RuleName = reader.ReadString(),
            Severity = (AlertSeverity)reader.ReadByte(),
            Condition = (AlertConditionType)reader.ReadByte(),
            Grouping = (AlertGrouping)reader.ReadByte(),
            Owner = reader.ReadOptional(),
            Name = reader.ReadOptional(),
            Account = reader.ReadOptional(),
            HeldUntilMs = reader.Read7BitEncodedInt64(),
        };
    }
}
