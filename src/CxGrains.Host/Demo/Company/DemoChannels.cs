namespace CxGrains.Host.Demo.Company;

/// <summary>The channels of the company.</summary>
internal static class DemoChannels
{
    /// <summary>The shop in a browser.</summary>
    public const string Web = "web";

    /// <summary>The app.</summary>
    public const string Mobile = "mobile";

    /// <summary>Letters by e-mail.</summary>
    public const string Email = "email";

    /// <summary>Chat with a person.</summary>
    public const string Chat = "chat";

    /// <summary>A store in a town.</summary>
    public const string Store = "store";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Web, Mobile, Email, Chat, Store];
}
