using System.Diagnostics;

namespace CxGrains.Host.Tests.Processes;

/// <summary>The last lines a process wrote, for failure messages. Safe for concurrent use.</summary>
internal sealed class ProgramOutput
{
    private const int LinesMax = 200;

    private readonly Queue<string> _lines = [];

    /// <summary>Collects what a process writes.</summary>
    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Adds a line.</summary>
    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesMax)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join(Environment.NewLine, _lines);
        }
    }
}
