namespace CxGrains.Domain.Settings;

/// <summary>What counts as a customer's leaving. The names are stored.</summary>
public enum Leaving
{
    /// <summary>No activity through the horizon.</summary>
    Silence = 0,

    /// <summary>A <c>cancelled</c> interaction within the horizon: for workspaces that send them.</summary>
    Cancelled = 1,
}
