namespace CxGrains.Cli.Import.Mapping;

/// <summary>A field of an interaction that a column can be mapped to.</summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Name">Its name there.</param>
internal readonly record struct FieldTarget(FieldGroup Group, string Name)
{
    private const string TraitsPrefix = "traits.";
    private const string PropertiesPrefix = "properties.";

    private static readonly Dictionary<string, FieldForm> Forms = new(StringComparer.Ordinal)
    {
        ["id"] = FieldForm.Text,
        ["customer"] = FieldForm.Text,
        ["type"] = FieldForm.Text,
        ["at"] = FieldForm.Instant,
        ["channel"] = FieldForm.Text,
        ["touchpoint"] = FieldForm.Text,
        ["value"] = FieldForm.Amount,
        ["currency"] = FieldForm.Text,
        ["survey"] = FieldForm.Text,
        ["metric"] = FieldForm.Text,
        ["score"] = FieldForm.Integer,
        ["scale"] = FieldForm.Integer,
        ["comment"] = FieldForm.Text,
        ["response"] = FieldForm.Text,
        ["revision"] = FieldForm.Integer,
        ["account"] = FieldForm.Text,
    };

    /// <summary>The interaction's id.</summary>
    public static readonly FieldTarget Id = new(FieldGroup.Top, "id");

    /// <summary>The customer's id.</summary>
    public static readonly FieldTarget Customer = new(FieldGroup.Top, "customer");

    /// <summary>The interaction's type.</summary>
    public static readonly FieldTarget Type = new(FieldGroup.Top, "type");

    /// <summary>The amount.</summary>
    public static readonly FieldTarget Value = new(FieldGroup.Top, "value");

    /// <summary>What all targets are called, for messages.</summary>
    public static string Known => string.Join(", ", Forms.Keys) + ", traits.NAME, properties.NAME";

    /// <summary>How a column's text becomes its JSON.</summary>
    public FieldForm Form => Group == FieldGroup.Top ? Forms[Name] : FieldForm.Free;

    /// <summary>Reads a target's name; false where there is none of that name.</summary>
    public static bool TryParse(string text, out FieldTarget target)
    {
        target = text switch
        {
            _ when text.StartsWith(TraitsPrefix, StringComparison.Ordinal) => new(FieldGroup.Traits, text[TraitsPrefix.Length..]),
            _ when text.StartsWith(PropertiesPrefix, StringComparison.Ordinal) => new(FieldGroup.Properties, text[PropertiesPrefix.Length..]),
            _ => new(FieldGroup.Top, text),
        };
        return target.Group == FieldGroup.Top ? Forms.ContainsKey(target.Name) : target.Name.Length > 0;
    }

    /// <summary>The name as a user writes it.</summary>
    public override string ToString() => Group switch
    {
        FieldGroup.Traits => TraitsPrefix + Name,
        FieldGroup.Properties => PropertiesPrefix + Name,
        _ => Name,
    };
}
