namespace CxGrains.Domain.Alerts;

/// <summary>What somebody does with an alert. The numbers are stored; never renumber.</summary>
public enum AlertAction : byte
{
    /// <summary>Sees to it. It raises no other for its subject until it is resolved, at most <see cref="AlertAct.TakenDaysMax"/> days.</summary>
    Take = 1,

    /// <summary>Wants to hear of it again later.</summary>
    Snooze = 2,

    /// <summary>Is through with it.</summary>
    Resolve = 3,
}
