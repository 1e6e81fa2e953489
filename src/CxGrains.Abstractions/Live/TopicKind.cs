namespace CxGrains.Abstractions.Live;

/// <summary>What a topic shows.</summary>
public enum TopicKind
{
    /// <summary><c>workspace</c>.</summary>
    Workspace = 0,

    /// <summary><c>customer/{id}</c>.</summary>
    Customer = 1,

    /// <summary><c>survey/{id}</c>.</summary>
    Survey = 2,

    /// <summary><c>segment/{id}</c>.</summary>
    Segment = 3,

    /// <summary><c>alerts</c>.</summary>
    Alerts = 4,

    /// <summary><c>insights</c>, or <c>insights/{segment}</c>.</summary>
    Insights = 5,

    /// <summary><c>model</c>.</summary>
    Model = 6,
}
