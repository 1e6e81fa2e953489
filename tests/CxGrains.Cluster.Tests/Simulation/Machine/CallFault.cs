namespace CxGrains.Cluster.Tests.Simulation.Machine;

/// <summary>What goes wrong with a call.</summary>
internal enum CallFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It fails without any effect.</summary>
    BeforeEffect,

    /// <summary>It has its effect, and fails nevertheless.</summary>
    AfterEffect,

    /// <summary>It fails, and has its effect some time later.</summary>
    LateEffect,
}
