using System.Text.Json.Serialization;

namespace CxGrains.Domain.Settings;

/// <summary>What a workspace decides about its customers' privacy.</summary>
public sealed record PrivacySettings
{
    /// <summary>The fields there are.</summary>
    internal static readonly string[] Fields = ["consentDefault"];

    /// <summary>Whether a customer that never spoke of the purpose <c>analytics</c> is profiled; granted by default.</summary>
    public ConsentDefault ConsentDefault { get; init; } = ConsentDefault.Granted;

    /// <summary>Whether it is.</summary>
    [JsonIgnore]
    public bool IsProfiledByDefault => ConsentDefault == ConsentDefault.Granted;

    internal static PrivacySettings Read(SettingsObject json) => new() { ConsentDefault = json.OneOf("consentDefault", ConsentDefault.Granted) };
}
