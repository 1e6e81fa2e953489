using CxGrains.Embedded.Log;
using CxGrains.Embedded.State;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded;

/// <summary>The databases of one installation, held by one process.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const string LogFile = "log.db";
    private const string StateFile = "state.db";

    private readonly FileStream _hold;

    private DataDirectory(FileStream hold, string logPath, LogStore log, StateStore state)
    {
        _hold = hold;
        LogPath = logPath;
        Log = log;
        State = state;
    }

    /// <summary>The log's file.</summary>
    public string LogPath { get; }

    /// <summary>The outbox's file, which the outbox opens itself.</summary>
    public string OutboxPath => Beside(Delivery.EmbeddedOutbox.FileName);

    /// <summary>The audit log's file, which the audit log opens itself.</summary>
    public string AuditPath => Beside(Audit.EmbeddedAuditLog.FileName);

    /// <summary>The log.</summary>
    public LogStore Log { get; }

    /// <summary>The checkpoints.</summary>
    public StateStore State { get; }

    /// <summary>Whether a program was ever started on a directory.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(path, LogFile)) && File.Exists(Path.Combine(path, StateFile));

    /// <summary>Opens a directory, made where it is absent.</summary>
    /// <exception cref="StorageException">Another process holds it.</exception>
    public static DataDirectory Open(string path)
    {
        var full = Make(path).FullName;
        var hold = Hold(full);
        var logPath = Path.Combine(full, LogFile);
        return new DataDirectory(hold, logPath, new LogStore(logPath), new StateStore(Path.Combine(full, StateFile)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Log.Dispose();
        State.Dispose();
        _hold.Dispose();
    }

    private string Beside(string file) => Path.Combine(Path.GetDirectoryName(LogPath)!, file);

    // For its owner only: hashes of keys, the keys that protect sign-ins and what is known of customers lie here.
    private static DirectoryInfo Make(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static FileStream Hold(string directory)
    {
        try
        {
            return new FileStream(Path.Combine(directory, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new StorageException($"The data directory '{directory}' is in use by another process: {error.Message}");
        }
    }
}
