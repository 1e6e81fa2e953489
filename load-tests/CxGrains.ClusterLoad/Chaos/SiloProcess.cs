using System.Diagnostics;
using System.Globalization;

namespace CxGrains.ClusterLoad.Chaos;

/// <summary>A silo as a process of its own, on loopback.</summary>
internal sealed class SiloProcess(int number, string connectionString, string adminKey) : IDisposable
{
    private const int FirstSiloPort = 21_111;
    private const int FirstWebPort = 25_080;

    private Process? _process;

    /// <summary>Where its web listens.</summary>
    public Uri Url { get; } = new($"http://127.0.0.1:{FirstWebPort + number}");

    /// <summary>Whether its process lives.</summary>
    public bool IsAlive => _process is { HasExited: false };

    /// <summary>Its last lines of output, for a report of what went wrong.</summary>
    public Queue<string> Output { get; } = new();

    /// <summary>Starts it.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Root(), "src/CxGrains.Silo/bin/Release/net10.0/CxGrains.Silo.dll"));
        start.Environment["urls"] = Url.ToString();
        start.Environment["CX_ADMIN_KEY"] = adminKey;
        start.Environment["Cluster__ConnectionString"] = connectionString;
        start.Environment["Cluster__PartitionsCount"] = "4";
        start.Environment["Silo__AdvertisedHost"] = "127.0.0.1";
        start.Environment["Silo__SiloPort"] = (FirstSiloPort + number).ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Sends it a signal: KILL, STOP, CONT, TERM.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Completes when its process has ended.</summary>
    public Task EndedAsync() => _process!.WaitForExitAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsAlive)
        {
            _process!.Kill();
        }

        _process?.Dispose();
    }

    private void Keep(string? line)
    {
        lock (Output)
        {
            Output.Enqueue($"{TimeProvider.System.GetLocalNow():HH:mm:ss.fff} silo {number}: {line}");
            if (Output.Count > 400)
            {
                Output.Dequeue();
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CxGrains.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("CxGrains.sln is nowhere above this program.");
        }

        return folder.FullName;
    }
}
