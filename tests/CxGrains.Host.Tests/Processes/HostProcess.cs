using System.Diagnostics;

namespace CxGrains.Host.Tests.Processes;

/// <summary>
/// The Host as a process of its own, on a free port and a data directory of its own. It can be killed, stopped and started again
/// on the same data; disposing ends it and deletes the data.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>The admin key of the workspace <c>default</c>.</summary>
    public const string AdminKey = "end-to-end-admin-key";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cx-host-");
    private readonly ProgramOutput _output = new();
    private readonly bool _isDemo;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly HttpClient _probe = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    /// <summary>A Host that is not started.</summary>
    /// <param name="isDemo">Whether to start it with <c>--demo</c>.</param>
    /// <param name="settings">Environment variables, such as <c>Embedded__CheckpointSeconds</c>.</param>
    public HostProcess(bool isDemo = false, IReadOnlyDictionary<string, string>? settings = null)
    {
        _isDemo = isDemo;
        _settings = settings ?? new Dictionary<string, string>();
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; } = $"http://127.0.0.1:{FreePort.Find()}";

    /// <summary>Where it stores.</summary>
    public string DataDirectory => Path.Combine(_directory.FullName, "data");

    /// <summary>What it wrote last.</summary>
    public string Output => _output.ToString();

    /// <summary>Bytes of memory it holds now.</summary>
    public long WorkingSetBytes => Fresh().WorkingSet64;

    /// <summary>Most bytes of memory this run ever held.</summary>
    public long PeakWorkingSetBytes => Fresh().PeakWorkingSet64;

    private Process Running => _process ?? throw new InvalidOperationException("The Host is not running.");

    /// <summary>Starts a new one and waits until it serves.</summary>
    public static async Task<HostProcess> StartNewAsync(bool isDemo = false, IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = new HostProcess(isDemo, settings);
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and waits until it serves.</summary>
    public async Task StartAsync()
    {
        Launch();
        await Until.TrueAsync(IsReadyAsync, () => $"ready at {Url} ({Condition()}); it wrote:{Environment.NewLine}{Output}");
    }

    /// <summary>Starts it and does not wait.</summary>
    public void Launch()
    {
        Assert.Null(_process);
        string[] arguments = ["--data", DataDirectory, "--urls", Url, .. _isDemo ? ["--demo"] : Array.Empty<string>()];
        var start = DotnetProgram.StartInfo("CxGrains.Host", arguments);
        start.Environment["CX_ADMIN_KEY"] = AdminKey;
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _output.Follow(_process);
    }

    /// <summary>Ends it as <c>kill -9</c> does: it cannot notice.</summary>
    public async Task KillAsync()
    {
        Running.Kill();
        await EndedAsync();
    }

    /// <summary>Asks it to stop, as <c>kill</c> does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Running.Id}"]);
        await kill.WaitForExitAsync();
        return await EndedAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (_process is not null)
        {
            await KillAsync();
        }

        _probe.Dispose();
        _directory.Delete(recursive: true);
    }

    private async Task<int> EndedAsync()
    {
        using var deadline = new CancellationTokenSource(Until.Deadline);
        await Running.WaitForExitAsync(deadline.Token);
        var code = Running.ExitCode;
        _process!.Dispose();
        _process = null;
        return code;
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(Running.HasExited, $"the Host ended by itself; it wrote:{Environment.NewLine}{Output}");
        try
        {
            using var answer = await _probe.GetAsync(new Uri($"{Url}/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            // It does not listen yet.
            return false;
        }
    }

    // Tells a Host that works from one that waits.
    private string Condition() => $"{Fresh().TotalProcessorTime.TotalSeconds:N1} s of processor time, {Running.Threads.Count} threads";

    private Process Fresh()
    {
        Running.Refresh();
        return Running;
    }

    // A test run that is cut short must not leave programs behind.
    private void OnExit(object? sender, EventArgs args) => _process?.Kill();
}
