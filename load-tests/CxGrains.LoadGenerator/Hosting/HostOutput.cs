namespace CxGrains.LoadGenerator.Hosting;

/// <summary>The last lines that a process wrote, for when it fails. Safe for concurrent use.</summary>
internal sealed class HostOutput
{
    private const int LinesMax = 40;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    /// <summary>Takes a line; the oldest is dropped once full.</summary>
    public void Add(string? line)
    {
        lock (_lock)
        {
            if (line is not null)
            {
                _lines.Enqueue(line);
            }

            if (_lines.Count > LinesMax)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }
}
