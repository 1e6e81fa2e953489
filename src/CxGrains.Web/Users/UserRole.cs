namespace CxGrains.Web.Users;

/// <summary>What a person does with the system. Stored by name; never rename.</summary>
internal enum UserRole
{
    /// <summary>Looks.</summary>
    Viewer = 0,

    /// <summary>Looks, and handles alerts.</summary>
    Agent = 1,

    /// <summary>The same, and defines what is measured and where alerts go.</summary>
    Manager = 2,

    /// <summary>Everything, users and keys included.</summary>
    Administrator = 3,
}
