using System.Collections.Frozen;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Alerts;

/// <summary>
/// The rules in force, sorted once by what brings them about, the most severe first. Folding asks for one of these arrays at a time, and
/// mostly finds it empty.
/// </summary>
internal sealed class AlertTriggers
{
    private readonly FrozenDictionary<ulong, AlertRule> _byKey;

    /// <summary>Sorts rules; those that are not in force are left out.</summary>
    public AlertTriggers(IEnumerable<AlertRule> rules)
    {
        var inForce = rules.Where(rule => rule.Enabled).OrderByDescending(rule => rule.Severity).ThenBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        AlertRule[] Of(params ReadOnlySpan<AlertConditionType> types)
        {
            var list = types.ToArray();
            return [.. inForce.Where(rule => list.Contains(rule.Condition.Type))];
        }

        RiskBand = Of(AlertConditionType.RiskBand);
        Complaint = Of(AlertConditionType.Complaint);
        CancelRequest = Of(AlertConditionType.CancelRequest);
        Detractor = Of(AlertConditionType.Detractor);
        Csat = Of(AlertConditionType.CsatAtMost);
        SlaBreach = Of(AlertConditionType.SlaBreach);
        NoContact = Of(AlertConditionType.NoContact);
        Health = Of(AlertConditionType.HealthBelow, AlertConditionType.HealthDrop);
        AdvocateLost = Of(AlertConditionType.AdvocateLost);
        _byKey = inForce.ToFrozenDictionary(rule => rule.Key);
    }

    /// <summary>On a change of risk band.</summary>
    public AlertRule[] RiskBand { get; }

    /// <summary>On a complaint.</summary>
    public AlertRule[] Complaint { get; }

    /// <summary>On a request to cancel.</summary>
    public AlertRule[] CancelRequest { get; }

    /// <summary>On an NPS answer.</summary>
    public AlertRule[] Detractor { get; }

    /// <summary>On a CSAT answer.</summary>
    public AlertRule[] Csat { get; }

    /// <summary>On a missed target.</summary>
    public AlertRule[] SlaBreach { get; }

    /// <summary>On silence.</summary>
    public AlertRule[] NoContact { get; }

    /// <summary>On a change of health.</summary>
    public AlertRule[] Health { get; }

    /// <summary>On an answer, and where a referral or review grows too old.</summary>
    public AlertRule[] AdvocateLost { get; }

    /// <summary>The rules that an interaction of a type brings about by itself.</summary>
    public AlertRule[] On(string type) => type switch
    {
        InteractionTypes.Complaint => Complaint,
        InteractionTypes.CancelRequested => CancelRequest,
        _ => [],
    };

    /// <summary>The rule that a customer remembers; null where it is not in force any more.</summary>
    public AlertRule? Find(ulong key) => _byKey.GetValueOrDefault(key);
}
