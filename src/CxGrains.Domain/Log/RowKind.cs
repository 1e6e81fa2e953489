namespace CxGrains.Domain.Log;

/// <summary>What a log row holds. The numbers are stored; never renumber.</summary>
public enum RowKind : byte
{
    /// <summary>The accepted interactions of one request.</summary>
    Interactions = 1,

    /// <summary>Customers of one partition that time alone changes.</summary>
    Due = 2,

    /// <summary>A segment as defined from here on.</summary>
    Segment = 3,

    /// <summary>A step of re-evaluating a partition's customers after a segment was defined.</summary>
    Redefinition = 4,

    /// <summary>Customers of one partition to re-evaluate after a segment was defined, named one by one.</summary>
    Reevaluation = 5,

    /// <summary>A workspace's settings from here on.</summary>
    Settings = 6,

    /// <summary>A workspace's published model from here on.</summary>
    Model = 7,

    /// <summary>A workspace's alert rules from here on.</summary>
    AlertRules = 8,

    /// <summary>What somebody did with an alert.</summary>
    AlertAct = 9,

    /// <summary>Effects of another partition's records on customers of this one.</summary>
    Effects = 10,

    /// <summary>What a look at the survey, segment or goal of an alert rule has come to.</summary>
    Movement = 11,
}
