using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using CxGrains.Host.Tests.Processes;
using CxGrains.Host.Tests.Segment;

namespace CxGrains.Host.Tests.Delivery;

/// <summary>A real mail server on this machine, which puts the first mail off. Disposing ends it.</summary>
internal sealed class MailServer : IDisposable
{
    /// <summary>Who may send.</summary>
    public const string User = "cx";

    /// <summary>The password of <see cref="User"/>.</summary>
    public const string Password = "mail-password";

    private readonly ConcurrentQueue<JsonElement> _mails = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Its port.</summary>
    public int Port { get; } = FreePort.Find();

    /// <summary>What it took, in order.</summary>
    public IReadOnlyCollection<JsonElement> Mails => _mails;

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Delivery", "mail");
        await Node.InstallAsync(folder);
        var start = new ProcessStartInfo("node", ["server.mjs", $"{Port}", User, Password]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
        await _ready.Task.WaitAsync(Until.Deadline);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    private void Take(string? line)
    {
        if (line == "ready")
        {
            _ready.SetResult();
        }
        else if (line is not null)
        {
            _mails.Enqueue(JsonElement.Parse(line));
        }
    }
}
