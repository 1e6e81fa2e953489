using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Alerts.Movements;

/// <summary>Gives what rules on surveys, segments and goals are decided from, merged over the partitions.</summary>
public interface IMovementSums
{
    /// <summary>What the partitions know, once they have caught up.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<MovementState> StateAsync(string workspace, long nowMs, CancellationToken cancellationToken);

    /// <summary>A survey's answers; null where nobody answered yet.</summary>
    Task<SurveyShard?> AnswersAsync(string workspace, string survey, CancellationToken cancellationToken);

    /// <summary>A segment's members.</summary>
    Task<PopulationShard> MembersAsync(string workspace, int slot, CancellationToken cancellationToken);

    /// <summary>All customers and answers.</summary>
    Task<WorkspaceShard> SumsAsync(string workspace, CancellationToken cancellationToken);
}
