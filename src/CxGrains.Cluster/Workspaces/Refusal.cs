namespace CxGrains.Cluster.Workspaces;

/// <summary>Why a change was refused. The numbers go over the wire; never renumber.</summary>
internal enum Refusal
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>It contradicts what is defined.</summary>
    Conflict = 1,

    /// <summary>The version is not the expected one.</summary>
    Version = 2,

    /// <summary>A field is wrong, or a limit reached.</summary>
    Field = 3,
}
