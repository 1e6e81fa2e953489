using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CxGrains.LoadGenerator.Hosting;

/// <summary>The Host as a process of its own, on a loopback port. However the run ends, disposing ends the process.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StoppedWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;
    private readonly HostOutput _output;

    private HostProcess(Process process, HostOutput output, Uri address, string key)
    {
        _process = process;
        _output = output;
        Address = address;
        Key = key;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>An admin key.</summary>
    public string Key { get; }

    /// <summary>From the start of the process until it said that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident bytes; null where the system is not Linux.</summary>
    public long? ResidentBytes => ProcessCounters.ResidentBytes(_process.Id);

    /// <summary>Bytes written to the disk so far; null where the system is not Linux.</summary>
    public long? WrittenBytes => ProcessCounters.WrittenBytes(_process.Id);

    /// <summary>Starts the Host on a data directory and waits until it is ready.</summary>
    public static Task<HostProcess> StartAsync(string hostPath, string dataDirectory, CancellationToken cancellationToken) =>
        StartAsync(hostPath, dataDirectory, new Dictionary<string, string>(), cancellationToken);

    /// <summary>Starts the Host on a data directory, with settings as environment variables, and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(
        string hostPath, string dataDirectory, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var start = DotnetProgram.Of(hostPath, "--data", dataDirectory, "--urls", address.OriginalString);
        start.Environment["CX_ADMIN_KEY"] = key;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var output = new HostOutput();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);

        var started = Stopwatch.GetTimestamp();
        process.Start();
        var host = new HostProcess(process, output, address, key);
        try
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await host.WaitUntilReadyAsync(cancellationToken);
            host.ReadyAfter = Stopwatch.GetElapsedTime(started);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to end and waits until it has; says how long it took and the exit code, which is 0 where it ended in peace.</summary>
    public async Task<(TimeSpan Elapsed, int ExitCode)> StopAsync(CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        ProcessSignal.SendTerminate(_process);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StoppedWithin);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed($"has not ended {StoppedWithin.TotalSeconds} s after SIGTERM");
        }

        return (Stopwatch.GetElapsedTime(asked), _process.ExitCode);
    }

    /// <summary>Ends it at once, with no chance to save anything.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = ReadyWithin };
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(client, cancellationToken))
        {
            if (_process.HasExited)
            {
                throw Failed($"ended with code {_process.ExitCode} before it was ready");
            }

            if (Stopwatch.GetElapsedTime(started) > ReadyWithin)
            {
                throw Failed($"is not ready after {ReadyWithin.TotalSeconds} s");
            }

            await Task.Delay(PollEvery, cancellationToken);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private LoadException Failed(string how) => new($"The Host {how}. The last it wrote:\n{_output}");
}
