using System.Globalization;

namespace CxGrains.Domain.Alerts;

/// <summary>Something a person should hear once.</summary>
/// <param name="Id">Made from the rule, the subject and what caused it, so that the same cause never raises two.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Customer">The customer's id; empty where it is about no customer.</param>
/// <param name="AtMs">When the cause happened, Unix milliseconds UTC.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Probability">The churn probability at that moment, where the rule is about it.</param>
public sealed record Alert(string Id, string Rule, string Customer, long AtMs, string Reason, double? Probability)
{
    /// <summary>The rule of a customer that turns high risk, which every workspace begins with.</summary>
    public const string ChurnHigh = "churn-high";

    /// <summary>Minutes after its cause within which an alert is news; learned later it shows as "already so".</summary>
    public const int NewsMinutesMax = 60;

    /// <summary><see cref="NewsMinutesMax"/> in milliseconds.</summary>
    public const long NewsMsMax = NewsMinutesMax * 60_000L;

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

    /// <summary>The customer's name (trait <c>name</c>), or that of the subject, when it was raised; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>The customer's account when it was raised; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>Nobody is to be told before this instant, Unix milliseconds UTC, because it was raised in quiet hours; 0 for at once.</summary>
    public long HeldUntilMs { get; init; }

    /// <summary>The survey, segment or goal that it is about; null where it is about <see cref="Customer"/>.</summary>
    public AlertSubject? Subject { get; init; }

    /// <summary>The figures it was raised by; null where it is about a customer.</summary>
    public AlertSeen? Seen { get; init; }

    /// <summary>The id of an alert.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="subject">The customer, or the <see cref="AlertSubject.Key"/> of what it is about instead.</param>
    /// <param name="key">The key of what caused it.</param>
    public static string IdOf(string rule, string subject, string key) => $"{rule}:{subject}:{key}";

    /// <summary>The id of an alert of an account, which is the same for all its customers within a window.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="account">The account.</param>
    /// <param name="window">The window's number: how many as long as the rule's cooldown were over since 1970-01-01 UTC.</param>
    public static string IdOfAccount(string rule, string account, long window) => string.Create(CultureInfo.InvariantCulture, $"{rule}:account:{account}:{window}");

    /// <summary>
    /// Until when other customers may raise the same alert, Unix milliseconds UTC: for an account's when its window is over for sure, at most one
    /// window's length (and that divided by the window's number) later; <see cref="AtMs"/> for any other.
    /// </summary>
    public long SharedUntilMs()
    {
        // Of the window its number is known, and with the time of the cause so is its length: it is at most the one divided by the other.
        return Grouping == AlertGrouping.Account && long.TryParse(Id.AsSpan(Id.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var window) && window > 0
            ? AtMs + (AtMs / window)
            : AtMs;
    }

    /// <summary>Whether an alert's id names one of some customers. Rules and customers may hold colons themselves.</summary>
    /// <param name="id">The alert's id.</param>
    /// <param name="isMeant">Whether a customer is meant.</param>
    public static bool Names(string id, Func<string, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var end = id.LastIndexOf(':');
        for (var colon = id.IndexOf(':', StringComparison.Ordinal); colon >= 0 && colon < end; colon = id.IndexOf(':', colon + 1))
        {
            if (isMeant(id[(colon + 1)..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The form written before there were rules other than <see cref="ChurnHigh"/>.</summary>
    internal const int FormPlain = 1;

    /// <summary>The form of alerts that are about customers only.</summary>
    internal const int FormOfCustomers = 2;

    /// <summary>The form that <see cref="Encode"/> writes.</summary>
    internal const int FormWithSubject = 3;

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
        writer.Write(Subject is not null);
        Subject?.Encode(writer);
        writer.Write(Seen is not null);
        Seen?.Encode(writer);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at its first byte.</param>
    /// <param name="form">The form it was written in, up to <see cref="FormWithSubject"/>.</param>
    internal static Alert Decode(BinaryReader reader, int form)
    {
        var alert = new Alert(
            reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt64(), reader.ReadString(), reader.ReadDouble() is var p && double.IsNaN(p) ? null : p);
        if (form == FormPlain)
        {
            return alert;
        }

        alert = alert with
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
        return form == FormOfCustomers ? alert : alert with
        {
            Subject = reader.ReadBoolean() ? AlertSubject.Decode(reader) : null,
            Seen = reader.ReadBoolean() ? AlertSeen.Decode(reader) : null,
        };
    }
}
