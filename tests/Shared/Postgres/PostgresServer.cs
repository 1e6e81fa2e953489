using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using Npgsql;

namespace CxGrains.Tests.Postgres;

/// <summary>A private PostgreSQL server in a directory of its own, gone with its data when disposed.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Where Debian puts the binaries, one folder a version.</summary>
    public const string VersionsDirectory = "/usr/lib/postgresql";

    // Below the ports that the system gives to clients, so that no connection can take the port between a stop and a start.
    private const int PortMin = 20_000;
    private const int PortEnd = 32_000;

    private const int ReadySecondsMax = 60;

    // PostgreSQL refuses to run as root; its package brings this user.
    private const string UnprivilegedUser = "postgres";

    private readonly string _directory;
    private readonly string _settings;
    private readonly int _port;
    private int _databases;

    private PostgresServer(string directory, int port, bool fsync)
    {
        _directory = directory;
        _port = port;
        _settings = $"-h 127.0.0.1 -p {port} -k {directory} -c fsync={(fsync ? "on" : "off")} -c max_connections=300";
    }

    /// <summary>Why tests skip; null where the binaries are there, and in CI, where tests must fail rather than skip.</summary>
    public static string? Missing { get; } = FindBinaries() is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? $"PostgreSQL's server is not installed below {VersionsDirectory}"
        : null;

    private string Data => Path.Combine(_directory, "data");

    private string Log => Path.Combine(_directory, "server.log");

    /// <summary>Makes and starts a server.</summary>
    /// <param name="fsync">Whether commits wait for the disk; without, a test is faster and outlives a stopped server, not a power cut.</param>
    public static async Task<PostgresServer> StartAsync(bool fsync = true)
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("cx-postgres-").FullName, FindPort(), fsync);
        try
        {
            if (Environment.IsPrivilegedProcess)
            {
                await RunAsync("chown", UnprivilegedUser, server._directory);
            }

            await server.RunBinaryAsync("initdb", "-D", server.Data, "-U", UnprivilegedUser, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"cx{Interlocked.Increment(ref _databases)}";
        await using var database = NpgsqlDataSource.Create(ConnectionString(UnprivilegedUser));
        await using var command = database.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Starts the server after <see cref="StopAsync"/>, and waits until it takes connections.</summary>
    public Task StartAgainAsync() => RunBinaryAsync("pg_ctl", "start", "-D", Data, "-l", Log, "-o", _settings, "-w", "-t", $"{ReadySecondsMax}");

    /// <summary>Stops the server.</summary>
    /// <param name="immediate">As a crash would: what was not committed is lost, and the next start recovers.</param>
    public Task StopAsync(bool immediate) =>
        RunBinaryAsync("pg_ctl", "stop", "-D", Data, "-m", immediate ? "immediate" : "fast", "-w", "-t", $"{ReadySecondsMax}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopAsync(immediate: true);
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static string? FindBinaries() => !Directory.Exists(VersionsDirectory) ? null : Directory.GetDirectories(VersionsDirectory)
        .Select(version => Path.Combine(version, "bin"))
        .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
        .MaxBy(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), out var version) ? version : 0);

    private static int FindPort()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        int port;
        do
        {
            port = Random.Shared.Next(PortMin, PortEnd);
        }
        while (taken.Contains(port));

        return port;
    }

    private static async Task RunAsync(string file, params IEnumerable<string> arguments)
    {
        // The user it may run as cannot always read the directory the tests run in.
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await error}");
        }
    }

    private string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = $"{IPAddress.Loopback}", Port = _port, Username = UnprivilegedUser, Database = database }.ToString();

    private Task RunBinaryAsync(string name, params string[] arguments)
    {
        var binaries = FindBinaries() ?? throw new InvalidOperationException($"PostgreSQL's server is not installed below {VersionsDirectory}");
        var file = Path.Combine(binaries, name);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", UnprivilegedUser, "--", file, .. arguments])
            : RunAsync(file, arguments);
    }
}
