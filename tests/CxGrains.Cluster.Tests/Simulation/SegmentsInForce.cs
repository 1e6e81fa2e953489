using CxGrains.Domain.Log;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>A workspace's segments at a row of the log, and which step of a re-evaluation counts next.</summary>
internal sealed class SegmentsInForce
{
    private readonly SortedList<int, SegmentDefinition> _definitions = [];
    private readonly Dictionary<int, string> _cursors = [];

    /// <summary>The definitions, by slot.</summary>
    public IReadOnlyList<SegmentDefinition> Definitions => [.. _definitions.Values];

    /// <summary>The slots.</summary>
    public IEnumerable<int> Slots => _definitions.Keys;

    /// <summary>Takes a definition; one that is not newer changes nothing, and a new rule is to be re-evaluated.</summary>
    public void Define(SegmentDefinition definition)
    {
        var known = _definitions.GetValueOrDefault(definition.Slot);
        if (known is null || known.Version < definition.Version)
        {
            _definitions[definition.Slot] = definition;
            if (known?.Rule.Source.GetRawText() != definition.Rule.Source.GetRawText())
            {
                _cursors[definition.Slot] = "";
            }
        }
    }

    /// <summary>Whether a step counts: it must go on where the last one ended.</summary>
    public bool TryStep(ReevaluationRow step)
    {
        if (!_cursors.TryGetValue(step.Slot, out var cursor)
            || _definitions[step.Slot].Version != step.Version
            || (step.Customers.Count > 0 && string.CompareOrdinal(step.Customers[0], cursor) <= 0))
        {
            return false;
        }

        if (step.IsLast)
        {
            _cursors.Remove(step.Slot);
        }
        else
        {
            _cursors[step.Slot] = step.Customers[^1];
        }

        return true;
    }
}
