namespace CxGrains.Web.Keys;

/// <summary>
/// What each group of endpoints asks of its caller. This is the one place that says so; each endpoint names its group, and
/// docs/access.md has the same table for people.
/// </summary>
internal static class Access
{
    /// <summary>Sending interactions, in whichever format.</summary>
    public const string SendInteractions = ScopeRequirement.Ingest;

    /// <summary>Queries and sources.</summary>
    public const string Query = ScopeRequirement.Read;

    /// <summary>The live hub.</summary>
    public const string Live = ScopeRequirement.Read;

    /// <summary>Settings and alert rules as they are, and trying a rule without keeping it.</summary>
    public const string SeeDefinitions = ScopeRequirement.Read;

    /// <summary>What a customer said of consent.</summary>
    public const string SeeConsents = ScopeRequirement.Read;

    /// <summary>Taking, snoozing and resolving alerts.</summary>
    public const string HandleAlerts = ScopeRequirement.Handle;

    /// <summary>Defining surveys, segments, settings and alert rules.</summary>
    public const string Define = ScopeRequirement.Manage;

    /// <summary>Destinations and what was sent to them.</summary>
    public const string Destinations = ScopeRequirement.Manage;

    /// <summary>Reports and their issues.</summary>
    public const string Reports = ScopeRequirement.Manage;

    /// <summary>Stating what a customer said of consent.</summary>
    public const string StateConsents = ScopeRequirement.Manage;

    /// <summary>Making, listing and revoking wall links.</summary>
    public const string WallLinks = ScopeRequirement.Manage;

    /// <summary>Connections to other tools, with their secrets.</summary>
    public const string Connections = ScopeRequirement.Admin;

    /// <summary>What could not be read: seeing it, reading it again, letting it go.</summary>
    public const string Quarantine = ScopeRequirement.Admin;

    /// <summary>Keys and workspaces.</summary>
    public const string Keys = ScopeRequirement.Admin;

    /// <summary>Users.</summary>
    public const string Users = ScopeRequirement.Admin;

    /// <summary>Erasing a customer.</summary>
    public const string Erase = ScopeRequirement.Admin;

    /// <summary>Everything that is known of one customer, in one document.</summary>
    public const string Export = ScopeRequirement.Admin;

    /// <summary>The audit log.</summary>
    public const string Audit = ScopeRequirement.Admin;

    /// <summary>Taking in a data directory.</summary>
    public const string Move = ScopeRequirement.Admin;
}
