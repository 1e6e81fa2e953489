namespace CxGrains.Domain.Settings;

/// <summary>How health is made of its measures.</summary>
public sealed record HealthSettings
{
    /// <summary>What each measure weighs.</summary>
    public HealthWeights Weights { get; init; } = new();

    internal static HealthSettings Read(SettingsObject json)
    {
        var given = json.Child("weights", "usage", "satisfaction", "support", "value", "relationship");
        var usual = new HealthWeights();
        var weights = new HealthWeights
        {
            Usage = WeightOf("usage", usual.Usage),
            Satisfaction = WeightOf("satisfaction", usual.Satisfaction),
            Support = WeightOf("support", usual.Support),
            Value = WeightOf("value", usual.Value),
            Relationship = WeightOf("relationship", usual.Relationship),
        };
        return weights is { Usage: 0, Satisfaction: 0, Support: 0, Value: 0, Relationship: 0 }
            ? throw json.Fault("weights", "are all 0; at least one measure must weigh something")
            : new HealthSettings { Weights = weights };

        int WeightOf(string field, int otherwise) => given.Integer(field, 0, HealthWeights.WeightMax, otherwise);
    }
}
